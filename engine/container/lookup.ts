import type { EngineState, Transaction } from '../state'
import type { Container } from './container'

export function containerWithId(state: EngineState, id: string): Container | null {
  const { containers } = state
  for (let index = containers.length - 1; index >= 0; index -= 1) {
    const container = containers[index]
    if (container !== undefined && container.id === id) return container
  }
  return null
}

export type ContainerLookup =
  | { readonly ok: true; readonly container: Container }
  | { readonly ok: false; readonly reason: 'absent' | 'ambiguous' }

/** Finds a container as Docker does: by full id, then by name (with or without its slash), then by an id's prefix. */
export function findContainer(state: EngineState, reference: string): ContainerLookup {
  const name = reference.startsWith('/') ? reference.slice(1) : reference
  const exact =
    state.containers.find((one) => one.id === reference) ?? state.containers.find((one) => one.name === name)
  if (exact !== undefined) return { ok: true, container: exact }
  if (reference === '') return { ok: false, reason: 'absent' }
  const matches = state.containers.filter((one) => one.id.startsWith(reference))
  const [first] = matches
  if (first === undefined) return { ok: false, reason: 'absent' }
  return matches.length === 1 ? { ok: true, container: first } : { ok: false, reason: 'ambiguous' }
}

/** The state with one container replaced by what `change` makes of it. */
export function changeContainer(
  state: EngineState,
  id: string,
  change: (container: Container) => Container,
): EngineState {
  const index = state.containers.findIndex((one) => one.id === id)
  const container = state.containers[index]
  if (container === undefined) return state
  return { ...state, containers: state.containers.with(index, change(container)) }
}

/** As {@link changeContainer}, inside a transaction. */
export function updateContainer(
  transaction: Transaction,
  id: string,
  change: (container: Container) => Container,
): void {
  transaction.state = changeContainer(transaction.state, id, change)
}

export function isRunning(container: Container): boolean {
  const { status } = container.state
  return status === 'running' || status === 'paused'
}
