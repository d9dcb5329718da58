import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '@/scripts/database/embedded'
import { migrate, readMigrations } from '@/scripts/database/migrations'
import { createTestDatabase, type TestDatabase } from './database'

const ROOT = process.cwd()
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.drop())

describe('migrate', () => {
  it('has applied every committed migration to the template, once', async () => {
    const rows = await withClient(database.url, async (client) => {
      const { rows } = await client.query('select migration_name from _prisma_migrations order by migration_name')
      return rows
    })
    expect(rows).toEqual(readMigrations(ROOT).map(({ name }) => ({ migration_name: name })))
    expect(rows.length).toBeGreaterThan(0)
  })

  it('applies nothing a second time', async () => {
    expect(await migrate(ROOT, database.url)).toEqual([])
  })

  it('refuses a database on which a migration was interrupted', async () => {
    const [first] = readMigrations(ROOT)
    await withClient(database.url, (client) =>
      client.query('update _prisma_migrations set finished_at = null where migration_name = $1', [first?.name]),
    )
    await expect(migrate(ROOT, database.url)).rejects.toThrow(
      `The migration ${first?.name} was interrupted on this database.`,
    )
    await withClient(database.url, (client) => client.query('update _prisma_migrations set finished_at = now()'))
  })

  it('refuses a database whose migration was edited afterwards', async () => {
    const [first] = readMigrations(ROOT)
    await withClient(database.url, (client) =>
      client.query(`update _prisma_migrations set checksum = 'other' where migration_name = $1`, [first?.name]),
    )
    await expect(migrate(ROOT, database.url)).rejects.toThrow(
      `The migration ${first?.name} was edited after this database applied it.`,
    )
  })
})
