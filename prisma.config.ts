import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { defineConfig } from 'prisma/config'

// The Prisma CLI wants its schema engine as a native binary fetched from a host of its own. The WebAssembly build of the
// same engine comes through npm: where the binary is not there, the CLI is given that build behind the same protocol.
const enginesFolder = path.join(__dirname, 'node_modules/@prisma/engines')
const hasNativeEngine =
  existsSync(enginesFolder) && readdirSync(enginesFolder).some((name) => name.startsWith('schema-engine-'))
if (!hasNativeEngine)
  process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= path.join(__dirname, 'scripts/database/schema-engine.mjs')

export default defineConfig({
  schema: 'prisma/schema.prisma',
  migrations: { path: 'prisma/migrations' },
  datasource: { url: process.env.DATABASE_URL ?? 'postgresql://nobody@127.0.0.1:1/unset' },
})
