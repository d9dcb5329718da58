import pg from 'pg'
import { Prisma } from '@/server/generated/prisma/client'
import type { Transaction } from '../db'
import { env } from '../env'

/** PostgreSQL's channel on which instances tell each other that an attempt's clock or state changed. */
const CHANNEL = 'quai_attempt'
const RECONNECT_MS = 1_000

/** Tells every instance, once the transaction is committed, that something about the attempt changed. */
export async function announceAttempt(transaction: Transaction, attemptId: string): Promise<void> {
  await transaction.$executeRaw`SELECT ${attemptNotice(attemptId)}`
}

/** The same, to be part of a statement. */
export function attemptNotice(attemptId: string): Prisma.Sql {
  return Prisma.sql`pg_notify(${CHANNEL}, ${attemptId})`
}

type Listener = () => void

interface AttemptChannel {
  readonly listeners: Map<string, Set<Listener>>
  client: pg.Client | null
}

/** Next.js loads this module once for each kind of bundle; the connection belongs to the process. */
const shared: typeof globalThis & { quaiAttemptChannel?: AttemptChannel } = globalThis

function channel(): AttemptChannel {
  shared.quaiAttemptChannel ??= { listeners: new Map(), client: null }
  return shared.quaiAttemptChannel
}

/**
 * Calls the listener whenever somebody announces the attempt, on whatever instance, and after every time this process
 * was cut from the database, when it may have missed something. One connection serves all listeners of a process; it
 * is there while anybody listens.
 * @returns ends it.
 */
export function listenToAttempt(attemptId: string, listener: Listener): () => void {
  const { listeners } = channel()
  listeners.set(attemptId, (listeners.get(attemptId) ?? new Set()).add(listener))
  connect()
  return () => {
    const group = listeners.get(attemptId)
    group?.delete(listener)
    if (group?.size === 0) {
      listeners.delete(attemptId)
    }
    if (listeners.size === 0) {
      disconnect()
    }
  }
}

function connect(): void {
  const state = channel()
  if (state.client !== null) {
    return
  }
  const client = new pg.Client({ connectionString: env().databaseUrl, connectionTimeoutMillis: 5_000 })
  state.client = client
  client.on('notification', ({ payload }) => {
    for (const listener of channel().listeners.get(payload ?? '') ?? []) {
      listener()
    }
  })
  const lost = () => {
    if (state.client === client) {
      state.client = null
      setTimeout(reconnect, RECONNECT_MS).unref()
    }
  }
  client.on('error', lost)
  client.on('end', lost)
  client
    .connect()
    .then(() => client.query(`LISTEN ${CHANNEL}`))
    .then(tellEverybody, lost)
}

function reconnect(): void {
  if (channel().listeners.size > 0) {
    connect()
  }
}

function tellEverybody(): void {
  for (const group of channel().listeners.values()) {
    for (const listener of group) {
      listener()
    }
  }
}

function disconnect(): void {
  const state = channel()
  const { client } = state
  state.client = null
  client?.end().catch(() => undefined)
}
