import { randomBytes } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { ensureDatabase, startEmbedded } from '../database/embedded'
import { readMigrations } from '../database/migrations'
import { migrationList, NO_FILTERS, schemaFile, withSchemaEngine } from '../database/schema-engine'
import { Refusal } from '../refusal'
import { runTool } from '../run-tool'

/** The SQL that leads from the committed migrations, replayed on a scratch server, to the schema; `undefined` when none. */
async function differenceOf(root: string): Promise<string | undefined> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'quai-migration-'))
  const password = randomBytes(24).toString('base64url')
  const cluster = await startEmbedded({ root, dataFolder, password, durable: false })
  try {
    const databases = {
      main: await ensureDatabase(cluster, 'scratch'),
      shadow: await ensureDatabase(cluster, 'shadow'),
    }
    const files = [schemaFile(root)]
    const from = { tag: 'migrations' as const, ...migrationList(root, readMigrations(root)) }
    const { exitCode, stdout } = await withSchemaEngine(root, databases, (engine) =>
      engine.diff({
        from,
        to: { tag: 'schemaDatamodel', files },
        script: true,
        exitCode: true,
        filters: NO_FILTERS,
      }),
    )
    return exitCode === 0 ? undefined : (stdout ?? undefined)
  } finally {
    await cluster.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

/** `npm run migration NAME`: writes the next migration, for its author to read, complete and commit. */
await runTool(async () => {
  const root = process.cwd()
  const name = process.argv[2] ?? ''
  if (!/^[a-z][a-z0-9_]{2,60}$/.test(name)) {
    throw new Refusal('A migration needs a name.', 'For example: npm run migration add_appeals')
  }
  const sql = await differenceOf(root)
  if (sql === undefined) {
    console.log('The migrations already lead to prisma/schema.prisma: nothing to write.')
    return
  }
  const stamp = new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)
  const folder = path.join('prisma/migrations', `${stamp}_${name}`)
  mkdirSync(path.join(root, folder), { recursive: true })
  writeFileSync(path.join(root, folder, 'migration.sql'), sql)
  console.log(`Written: ${folder}/migration.sql. Read it, then commit it with the schema.`)
})
