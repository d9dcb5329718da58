import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import { withClient } from '@/scripts/database/embedded'

/** A migrated, empty database that belongs to one test file. */
export interface TestDatabase {
  readonly url: string
  drop(): Promise<void>
}

/** Copies the migrated template. Drop it when the file is done (the cluster goes with the run in any case). */
export async function createTestDatabase(): Promise<TestDatabase> {
  const { administration, template } = inject('cluster')
  const name = `test_${randomBytes(6).toString('hex')}`
  await withClient(administration, (client) =>
    client.query(`create database ${pg.escapeIdentifier(name)} template ${pg.escapeIdentifier(template)}`),
  )
  const url = new URL(administration)
  url.pathname = `/${name}`
  return {
    url: url.href,
    drop: async () => {
      await withClient(administration, (client) =>
        client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`),
      )
    },
  }
}
