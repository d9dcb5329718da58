import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type { MigrationList, SchemaContainer, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg'
import * as wasm from '@prisma/schema-engine-wasm/schema_engine_bg'

const SCHEMA = 'prisma/schema.prisma'

export const NO_FILTERS = { externalTables: [], externalEnums: [] }

/** The schema that the engine compares databases and migrations with. */
export function schemaFile(root: string): SchemaContainer {
  return { path: SCHEMA, content: readFileSync(path.join(root, SCHEMA), 'utf8') }
}

/** Remembers the connections that the engine opens through a factory: the engine itself never closes them. */
function closable(factory: SqlMigrationAwareDriverAdapterFactory) {
  const open: SqlDriverAdapter[] = []
  const remember = async (connecting: Promise<SqlDriverAdapter>) => {
    const adapter = await connecting
    open.push(adapter)
    return adapter
  }
  const wrapped: SqlMigrationAwareDriverAdapterFactory = {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect: () => remember(factory.connect()),
    connectToShadowDb: () => remember(factory.connectToShadowDb()),
  }
  const close = async () => {
    for (const adapter of open.splice(0)) await adapter.dispose()
  }
  return { wrapped, close }
}

/**
 * Works with Prisma's schema engine in its WebAssembly build, on a database adapter. It writes Prisma's own
 * `_prisma_migrations`, so a database migrated by it and one migrated by the Prisma CLI are alike.
 */
export async function withSchemaEngine<T>(
  root: string,
  factory: SqlMigrationAwareDriverAdapterFactory,
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  const entry = createRequire(path.join(root, 'package.json')).resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const bytes = readFileSync(path.join(path.dirname(entry), 'schema_engine_bg.wasm'))
  const { instance } = await WebAssembly.instantiate(bytes, { './schema_engine_bg.js': { ...wasm } })
  wasm.__wbg_set_wasm(instance.exports)
  const start = instance.exports.__wbindgen_start
  if (typeof start === 'function') start()
  const { path: name, content } = schemaFile(root)
  const { wrapped, close } = closable(factory)
  try {
    const bound = bindMigrationAwareSqlAdapterFactory(wrapped)
    const engine = await wasm.SchemaEngine.new({ datamodels: [[name, content]] }, () => undefined, bound)
    return await work(engine)
  } finally {
    await close()
  }
}

/** One committed migration. */
export interface Migration {
  readonly name: string
  readonly sql: string
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
