import pg from 'pg'
import { dataSecrets, writeDatabaseFile } from '../database/credentials'
import { ensureDatabase, startEmbedded } from '../database/embedded'
import type { ProcessIdentity } from '../process/identity'
import { codeOf, Refusal, reasonOf } from '../refusal'
import type { Settings } from './settings'

/** The database that the service works on, and how to let go of it. */
export interface Database {
  readonly url: string
  /** The server that this start runs itself, if it does. */
  readonly own?: { readonly identity: ProcessIdentity; readonly ended: Promise<void> }
  stop(): Promise<void>
}

/** What to do about a database that does not let us in. */
function adviceFor(code: string | undefined): string {
  switch (code) {
    case 'ECONNREFUSED':
    case 'ETIMEDOUT':
    case 'EHOSTUNREACH':
      return 'Start that database, or correct DATABASE_URL; without DATABASE_URL, Quai runs one of its own.'
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'Correct the host in DATABASE_URL; without DATABASE_URL, Quai runs a database of its own.'
    case '28P01':
    case '28000':
      return 'Correct the user or the password in DATABASE_URL.'
    case '3D000':
      return 'Create that database (createdb), or correct its name in DATABASE_URL.'
    default:
      return 'Correct DATABASE_URL, or unset it: Quai then runs a database of its own.'
  }
}

/** Host, port and name of a database, never its password. */
function placeOf(url: string): string {
  try {
    const { hostname, port, pathname } = new URL(url)
    return `${hostname}:${port || '5432'}${pathname}`
  } catch {
    return 'an address that cannot be read'
  }
}

async function requireReachable(url: string): Promise<void> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
    client.on('error', () => undefined)
    await client.connect()
    await client.end()
  } catch (thrown) {
    const inner = thrown instanceof AggregateError ? thrown.errors[0] : thrown
    throw new Refusal(
      `The database of DATABASE_URL (${placeOf(url)}) does not let Quai in: ${reasonOf(inner)}.`,
      adviceFor(codeOf(inner)),
    )
  }
}

/**
 * Opens the database: the one given from outside, or the embedded one, started and created if need be.
 * @throws Refusal when it cannot be had.
 */
export async function openDatabase(settings: Settings): Promise<Database> {
  if (settings.databaseUrl !== undefined) {
    await requireReachable(settings.databaseUrl)
    return { url: settings.databaseUrl, stop: async () => undefined }
  }
  const { root, dataFolder } = settings
  const password = dataSecrets(dataFolder).databasePassword
  const cluster = await startEmbedded({ root, dataFolder, password, durable: true })
  try {
    const url = await ensureDatabase(cluster, 'quai')
    writeDatabaseFile(dataFolder, url)
    return { url, own: { identity: cluster.identity, ended: cluster.ended }, stop: () => cluster.stop() }
  } catch (thrown) {
    await cluster.stop()
    throw thrown
  }
}
