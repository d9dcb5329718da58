import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureDatabase, startEmbedded } from '@/scripts/database/embedded'
import { migrate } from '@/scripts/database/migrations'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The test cluster's administration database, and the migrated database that tests copy. */
    readonly cluster: { readonly administration: string; readonly template: string }
  }
}

const ROOT = path.resolve(import.meta.dirname, '../..')
const TEMPLATE = 'template_quai'

/** One PostgreSQL for all integration tests, with one migrated database of which each test file takes its own copy. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'quai-test-database-'))
  const password = randomBytes(24).toString('base64url')
  const cluster = await startEmbedded({ root: ROOT, dataFolder, password, durable: false })
  await migrate(ROOT, await ensureDatabase(cluster, TEMPLATE))
  project.provide('cluster', { administration: cluster.urlOf('postgres'), template: TEMPLATE })
  return async () => {
    await cluster.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}
