import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaContainer, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'
import type { Migration } from './migrations'

const SCHEMA = 'prisma/schema.prisma'
/** PostgreSQL's number of the type "char", in which its own catalogue is written, and of the type text. */
const [CHAR, TEXT] = [18, 25]

export const NO_FILTERS = { externalTables: [], externalEnums: [] }

/** The schema that the engine compares databases and migrations with. */
export function schemaFile(root: string): SchemaContainer {
  return { path: SCHEMA, content: readFileSync(path.join(root, SCHEMA), 'utf8') }
}

/**
 * A database adapter that can say "char", the type in which PostgreSQL's own catalogue is written: the engine asks for
 * it, and Prisma's adapter refuses it. The connections let such columns pass as text and remember which they were.
 */
function openAdapter(url: string): { readonly factory: PrismaPg; close(): Promise<void> } {
  const charColumns = new WeakMap<object, ReadonlySet<number>>()
  const pool = new pg.Pool({ connectionString: url })
  // The scratch server may stop before an idle connection is closed; unheard, that would end the process.
  pool.on('error', () => undefined)
  const query = pool.query.bind(pool)
  Object.assign(pool, {
    query: async (config: pg.QueryConfig) => {
      const result = await query(config)
      const chars = result.fields.filter((field) => field.dataTypeID === CHAR)
      charColumns.set(result.rows, new Set(chars.map((field) => result.fields.indexOf(field))))
      for (const field of chars) field.dataTypeID = TEXT
      return result
    },
  })
  const factory = new PrismaPg(pool)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => {
    const adapter = await connect()
    const queryRaw = adapter.queryRaw.bind(adapter)
    adapter.queryRaw = async (sql) => {
      const result = await queryRaw(sql)
      const chars = charColumns.get(result.rows)
      return {
        ...result,
        columnTypes: result.columnTypes.map((type, at) => (chars?.has(at) ? ColumnTypeEnum.Character : type)),
      }
    }
    return adapter
  }
  return { factory, close: () => pool.end() }
}

/** The database that the engine works on, and an empty one in which it may replay migrations: two connection strings. */
export interface EngineDatabases {
  readonly main: string
  readonly shadow: string
}

/**
 * Works with Prisma's schema engine in its WebAssembly build, which comes through npm. It compares schemas; it does not
 * apply migrations, for it would split them at every semicolon and run them outside a transaction.
 */
export async function withSchemaEngine<T>(
  root: string,
  { main, shadow }: EngineDatabases,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const entry = createRequire(path.join(root, 'package.json')).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...wasm } })
  wasm.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  const { path: name, content } = schemaFile(root)
  const adapter = openAdapter(main)
  const shadowAdapter = openAdapter(shadow)
  adapter.factory.connectToShadowDb = () => shadowAdapter.factory.connect()
  try {
    const bound = bindMigrationAwareSqlAdapterFactory(adapter.factory)
    const engine = await wasm.SchemaEngine.new({ datamodels: [[name, content]] }, () => undefined, bound)
    return await work(engine)
  } finally {
    await adapter.close()
    await shadowAdapter.close()
  }
}

/** What the engine wants to know of the migrations folder. */
export function migrationList(root: string, migrations: readonly Migration[]): MigrationList {
  return {
    baseDir: path.join(root, 'prisma/migrations'),
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: migrations.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
    })),
  }
}
