import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type pg from 'pg'
import { Refusal, reasonOf } from '../refusal'
import { withClient } from './embedded'

/** One committed migration. */
export interface Migration {
  readonly name: string
  readonly sql: string
}

/** Taken while migrating, so that two instances that start on one database do so one after the other. */
const ADVISORY_LOCK = 7_110_517

/** Prisma's own table, so that the Prisma CLI and this file understand each other's work. */
const HISTORY_TABLE = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`

/** The committed migrations in their order. */
export function readMigrations(root: string): readonly Migration[] {
  const folder = path.join(root, 'prisma/migrations')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

const checksumOf = (sql: string) => createHash('sha256').update(sql).digest('hex')

interface AppliedRow {
  readonly migration_name: string
  readonly checksum: string
  readonly done: boolean
}

/** The migrations still to apply. An interrupted or later edited one is answered by a refusal. */
function pendingMigrations(migrations: readonly Migration[], rows: readonly AppliedRow[]): readonly Migration[] {
  const applied = new Map(rows.map((row) => [row.migration_name, row]))
  return migrations.filter(({ name, sql }) => {
    const row = applied.get(name)
    if (row === undefined) return true
    if (!row.done) {
      throw new Refusal(
        `The migration ${name} was interrupted on this database.`,
        'Restore the database from a backup, or finish it by hand and set finished_at in _prisma_migrations.',
      )
    }
    if (row.checksum !== checksumOf(sql)) {
      throw new Refusal(
        `The migration ${name} was edited after this database applied it.`,
        'Take back the edit (git checkout prisma/migrations) and write a new migration with npm run migration NAME.',
      )
    }
    return false
  })
}

/** Applies one migration and notes it, both or neither. */
async function apply(client: pg.Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query('begin')
    await client.query(sql)
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksumOf(sql), name],
    )
    await client.query('commit')
  } catch (thrown) {
    await client.query('rollback').catch(() => undefined)
    throw new Refusal(
      `The migration ${name} failed on this database: ${reasonOf(thrown)}.`,
      'It was taken back whole; the data is as it was before.',
    )
  }
}

/**
 * Brings a database to the newest schema and returns the names of the migrations that were applied.
 * @throws Refusal when one fails, was interrupted or was edited.
 */
export function migrate(root: string, url: string): Promise<readonly string[]> {
  return withClient(url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK])
    await client.query(HISTORY_TABLE)
    const { rows } = await client.query<AppliedRow>(
      'select migration_name, checksum, finished_at is not null as done from _prisma_migrations where rolled_back_at is null',
    )
    const pending = pendingMigrations(readMigrations(root), rows)
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  })
}
