import { appendItem } from '../append-list'
import type { Transaction } from '../state'

/** One line of `docker events`. */
export interface EngineEvent {
  readonly at: number
  readonly type: 'container' | 'image' | 'volume' | 'network' | 'builder' | 'daemon'
  readonly action: string
  readonly id: string
  readonly attributes: Readonly<Record<string, string>>
}

/** The engine remembers 256 events, in pieces of 32, as the real one does. */
const PIECES_KEPT = 8

/** Adds an event at the present moment. */
export function recordEvent(transaction: Transaction, event: Omit<EngineEvent, 'at'>): void {
  const { state } = transaction
  transaction.state = { ...state, events: appendItem(state.events, { at: state.clock, ...event }, PIECES_KEPT) }
}
