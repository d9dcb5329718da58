import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'prisma/config'

// Every command of the Prisma CLI, even `generate`, first wants a native engine fetched from a host of its own. Where it could
// not be had, any executable satisfies the CLI; migrations are run by the WebAssembly engine (scripts/database/migrations.ts).
const enginesFolder = path.join(__dirname, 'node_modules/@prisma/engines')
const hasNativeEngine =
  existsSync(enginesFolder) && readdirSync(enginesFolder).some((name) => name.startsWith('schema-engine-'))
if (!hasNativeEngine)
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(__dirname, 'scripts/database/no-schema-engine.mjs')

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://nobody@127.0.0.1:1/unset' },
})
