import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { codeOf, Refusal, reasonOf } from '../refusal'
import { type Migration, migrationList, NO_FILTERS, withSchemaEngine } from './schema-engine'

/** Taken while migrating, so that two instances that start on one database do so one after the other. */
const ADVISORY_LOCK = 7_110_517

/** The committed migrations in their order. */
export function readMigrations(root: string): readonly Migration[] {
  const folder = path.join(root, 'prisma/migrations')
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ name, sql: readFileSync(path.join(folder, name, 'migration.sql'), 'utf8') }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

interface AppliedRow {
  readonly migration_name: string
  readonly checksum: string
  readonly done: boolean
}

async function appliedRows(client: pg.Client): Promise<readonly AppliedRow[]> {
  try {
    const { rows } = await client.query<AppliedRow>(
      'select migration_name, checksum, finished_at is not null as done from _prisma_migrations where rolled_back_at is null',
    )
    return rows
  } catch (thrown) {
    if (codeOf(thrown) === '42P01') return []
    throw thrown
  }
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
    if (row.checksum !== createHash('sha256').update(sql).digest('hex')) {
      throw new Refusal(
        `The migration ${name} was edited after this database applied it.`,
        'Take back the edit (git checkout prisma/migrations) and write a new migration with npm run migration NAME.',
      )
    }
    return false
  })
}

/**
 * Brings a database to the newest schema and returns the names of the migrations that were applied.
 * @throws Refusal when one fails, was interrupted or was edited.
 */
export async function migrate(root: string, url: string): Promise<readonly string[]> {
  const migrations = readMigrations(root)
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK])
    const pending = pendingMigrations(migrations, await appliedRows(client))
    if (pending.length === 0) return []
    const input = { migrationsList: migrationList(root, migrations), filters: NO_FILTERS }
    const adapter = new PrismaPg({ connectionString: url })
    return await withSchemaEngine(root, adapter, async (engine) => {
      return (await engine.applyMigrations(input)).appliedMigrationNames
    })
  } catch (thrown) {
    if (thrown instanceof Refusal) throw thrown
    throw new Refusal(
      `The database could not be migrated: ${reasonOf(thrown)}.`,
      'Nothing was served; the data is as it was.',
    )
  } finally {
    await client.end()
  }
}
