import { findContainer } from '../container/lookup'
import type { Json } from '../json'
import type { EngineState } from '../state'

/** The document of what a name means, containers first. */
export function inspectDocument(state: EngineState, name: string): Json {
  const container = findContainer(state, name)
  return container.ok ? { Id: container.container.id } : null
}
