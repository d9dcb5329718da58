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
    { onPoolError: () => undefined, onConnectionError: () => undefined },
  )
  return new PrismaClient({ adapter, transactionOptions: { maxWait: PATIENCE_MS, timeout: PATIENCE_MS } })
}

/** The process' one database client, connected on first use. */
export function db(): PrismaClient {
  shared.quaiDatabase ??= connect()
  return shared.quaiDatabase
}
