import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
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

it('takes a failing migration back whole', async () => {
  const fresh = await createTestDatabase()
  const root = mkdtempSync(path.join(tmpdir(), 'quai-migrations-'))
  const folder = path.join(root, 'prisma/migrations')
  cpSync(path.join(ROOT, 'prisma/migrations'), folder, { recursive: true })
  mkdirSync(path.join(folder, '99990101000000_broken'))
  writeFileSync(
    path.join(folder, '99990101000000_broken/migration.sql'),
    "create table half (note text default 'a;b'); create table half (id int);",
  )
  await expect(migrate(root, fresh.url)).rejects.toThrow(
    'The migration 99990101000000_broken failed on this database: relation "half" already exists.',
  )
  const left = await withClient(fresh.url, async (client) => {
    const { rows } = await client.query(
      "select to_regclass('half') as half, count(*)::int from _prisma_migrations group by 1",
    )
    return rows
  })
  expect(left).toEqual([{ half: null, count: readMigrations(ROOT).length }])
  rmSync(root, { recursive: true })
  await fresh.drop()
})

it('lets two instances migrate one empty database at once', async () => {
  const { administration } = inject('cluster')
  const name = 'test_two_instances'
  await withClient(administration, (client) => client.query(`create database ${name}`))
  const url = new URL(administration)
  url.pathname = `/${name}`
  const applied = await Promise.all([migrate(ROOT, url.href), migrate(ROOT, url.href)])
  expect(applied.map((names) => names.length).sort()).toEqual([0, readMigrations(ROOT).length])
})
