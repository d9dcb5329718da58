import type { EngineState } from '@/engine/state'
import type { Bindings, Episode } from './history'
import type { Surroundings } from './kinds/target'

/** A state of an episode's machine with what fitting a pattern depends on. */
export function around(episode: Episode, state: EngineState, bindings: Bindings): Surroundings {
  return { state, bindings, hub: episode.before.io.hub }
}
