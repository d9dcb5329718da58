import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { env } from './env'
import { type Prisma, PrismaClient } from './generated/prisma/client'

/** A running transaction: what `db().$transaction(async (transaction) => …)` hands over. */
export type Transaction = Prisma.TransactionClient

/** Next.js loads this module once for each kind of bundle; the connections belong to the process. */
const shared: typeof globalThis & { quaiDatabase?: PrismaClient } = globalThis

function connect(): PrismaClient {
  const adapter = new PrismaPg(
    { connectionString: env().databaseUrl, max: 10, connectionTimeoutMillis: 5_000 },
    // An idle connection that breaks (the server restarts) is replaced on the next query; unheard, it would end the process.
    { onPoolError: () => undefined, onConnectionError: () => undefined },
  )
  return new PrismaClient({ adapter })
}

/** The process' one database client, connected on first use. */
export function db(): PrismaClient {
  shared.quaiDatabase ??= connect()
  return shared.quaiDatabase
}
