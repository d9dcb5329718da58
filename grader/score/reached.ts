import type { Predicate } from '../predicate'
import { around } from './around'
import { firstEpisode, isCredible, type Scope } from './history'
import { targetOf } from './kinds/subject'

type Reached = Extract<Predicate, { readonly kind: 'reached' }>

/** First episode after which an object (or `atLeast` of them) is as the pattern says. */
export function evaluateReached(predicate: Reached, scope: Scope, from: number): number | null {
  const target = targetOf(predicate)
  const wanted = Number(predicate.atLeast ?? 1)
  return firstEpisode(
    scope,
    from,
    (episode) => isCredible(episode) && target.fitting(around(episode, episode.after, scope.bindings)).length >= wanted,
  )
}
