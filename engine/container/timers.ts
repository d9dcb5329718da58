import type { Io } from '../io'
import type { EngineState, Transaction } from '../state'
import type { Container } from './container'
import { checkHealth } from './health'
import { startContainer } from './start'

const nextTimes = new WeakMap<readonly Container[], number | null>()

/** When the engine wants to act by itself next: a restart that is due or a health probe. Computed once for a list of containers. */
export function nextTimer(state: EngineState): number | null {
  const known = nextTimes.get(state.containers)
  if (known !== undefined) return known
  const times = state.containers.flatMap(({ state: { restartAt, health } }) =>
    [restartAt ?? [], health?.nextProbeAt ?? []].flat(),
  )
  const next = times.length === 0 ? null : Math.min(...times)
  nextTimes.set(state.containers, next)
  return next
}

/** Does what is due at the state's clock. */
export function fireTimers(state: EngineState, io: Io): EngineState {
  const transaction: Transaction = { state }
  for (const container of state.containers) {
    const { restartAt } = container.state
    if (restartAt !== null && restartAt <= state.clock) startContainer(transaction, container.id, io)
    else checkHealth(transaction, container, io)
  }
  return transaction.state
}
