import type { EngineState } from '@/engine/state'
import type { Predicate } from '../exercise'
import { fits } from './container-pattern'
import { type Bindings, type Episode, type History, isCredible } from './history'

type Happened = Extract<Predicate, { readonly kind: 'happened' }>

/** First episode during which the engine reported the event for a container that fits before or after it. */
export function evaluateHappened(
  predicate: Happened,
  history: History,
  bindings: Bindings,
  from: number,
): number | null {
  const at = history.findIndex(
    (episode, index) => index >= from && isCredible(episode) && happenedIn(episode, predicate, bindings),
  )
  return at < 0 ? null : at
}

function happenedIn(episode: Episode, predicate: Happened, bindings: Bindings): boolean {
  return episode.events.some((event) => {
    if (event.type !== 'container' || event.action !== predicate.action) return false
    if (predicate.signal !== undefined && event.attributes.signal !== predicate.signal) return false
    return [episode.after, episode.before.state].some((state) => fitsIn(state, event.id, predicate, bindings))
  })
}

function fitsIn(state: EngineState, id: string, predicate: Happened, bindings: Bindings): boolean {
  const container = state.containers.find((candidate) => candidate.id === id)
  return container !== undefined && fits(container, predicate.container, bindings)
}
