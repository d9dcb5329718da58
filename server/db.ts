import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from './env'
import { type Prisma, PrismaClient } from './generated/prisma/client'

/** A running transaction: what `db().$transaction(async (transaction) => …)` hands over. */
export type Transaction = Prisma.TransactionClient

/** Next.js loads this module once for each kind of bundle; the connections belong to the process. */
const shared: typeof globalThis & { quaiDatabase?: PrismaClient } = globalThis

const CONNECTIONS_MAX = 10

/**
 * How long a request waits for its turn, and a transaction may take. A class that hands in at one moment queues for
 * seconds; an answer that comes late is better than a refusal, after which everybody would ask again.
 */
const PATIENCE_MS = 15_000

function connect(): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: env().databaseUrl, max: CONNECTIONS_MAX, connectionTimeoutMillis: PATIENCE_MS },
    // An idle connection that breaks (the server restarts) is replaced on the next query; unheard, it would end the process.
    { onPoolError: () => undefined, onConnectionError: () => undefined, statementNameGenerator: statementName },
  )
  return new PrismaClient({ adapter, transactionOptions: { maxWait: PATIENCE_MS, timeout: PATIENCE_MS } })
}

/** What a connection of the server keeps, at most: lists of many lengths would make statements without end. */
const STATEMENTS_MAX = 300

const statements = new Map<string, string>()

/**
 * The name under which a connection has a statement parsed and planned once; none for one without parameters, which is
 * sent as it is.
 */
function statementName({ sql, args }: { readonly sql: string; readonly args: readonly unknown[] }): string {
  if (args.length === 0) {
    return ''
  }
  const known = statements.get(sql)
  if (known !== undefined || statements.size >= STATEMENTS_MAX) {
    return known ?? ''
  }
  const name = `quai${statements.size}`
  statements.set(sql, name)
  return name
}

/** The process' one database client, connected on first use. */
export function db(): PrismaClient {
  shared.quaiDatabase ??= connect()
  return shared.quaiDatabase
}
