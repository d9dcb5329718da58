import type { Predicate } from '../exercise'
import { matchingContainers } from './container-pattern'
import { type Bindings, type History, isCredible } from './history'

type Reached = Extract<Predicate, { readonly kind: 'reached' }>

/** First episode after which a container is as the pattern says. */
export function evaluateReached(predicate: Reached, history: History, bindings: Bindings, from: number): number | null {
  const at = history.findIndex(
    (episode, index) =>
      index >= from &&
      isCredible(episode) &&
      matchingContainers(episode.after, predicate.container, bindings).length > 0,
  )
  return at < 0 ? null : at
}
