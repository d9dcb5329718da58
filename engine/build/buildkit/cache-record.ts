import { drawHex } from '../../entropy'
import type { Layer } from '../../image/image'
import type { Transaction } from '../../state'

/** One result BuildKit keeps: what `docker system df -v` and `docker builder prune` list. */
export interface CacheRecord {
  /** 25 characters, as BuildKit makes them. */
  readonly id: string
  /** What the result depends on: equal keys, equal results. */
  readonly key: string
  /** All layers after the step. */
  readonly layers: readonly Layer[]
  /** Bytes of what the step itself added. */
  readonly size: number
  /** Milliseconds since the epoch. */
  readonly createdAt: number
  readonly lastUsedAt: number
  readonly usageCount: number
}

/** Most results kept; the ones used longest ago go first. */
const RECORDS_MAX = 200

export function findRecord({ state }: Transaction, key: string): CacheRecord | null {
  return state.buildCache.find((record) => record.key === key) ?? null
}

/** Keeps a new result. */
export function keepRecord(transaction: Transaction, record: Pick<CacheRecord, 'key' | 'layers' | 'size'>): void {
  const id = drawRecordId(transaction)
  const { state } = transaction
  const made: CacheRecord = { ...record, id, createdAt: state.clock, lastUsedAt: state.clock, usageCount: 1 }
  const others = state.buildCache.filter((one) => one.key !== record.key)
  transaction.state = { ...state, buildCache: [...others, made].slice(-RECORDS_MAX) }
}

/** Notes that a result was used again. */
export function countUse(transaction: Transaction, record: CacheRecord): void {
  const { state } = transaction
  const used = { ...record, lastUsedAt: state.clock, usageCount: record.usageCount + 1 }
  transaction.state = { ...state, buildCache: state.buildCache.map((one) => (one.id === record.id ? used : one)) }
}

/** Ids of BuildKit: 25 digits and lower-case letters. */
export function drawRecordId(transaction: Transaction): string {
  const digits = drawHex(transaction, 40)
  return BigInt(`0x${digits}`).toString(36).padStart(25, '0').slice(-25)
}
