import type { Predicate } from '../predicate'
import { around } from './around'
import { firstEpisode, isCredible, type Scope } from './history'
import { targetOf } from './kinds/subject'

type Absent = Extract<Predicate, { readonly kind: 'absent' }>

/** First episode after which no object is as the pattern says. */
export function evaluateAbsent(predicate: Absent, scope: Scope, from: number): number | null {
  const target = targetOf(predicate)
  return firstEpisode(
    scope,
    from,
    (episode) => isCredible(episode) && target.fitting(around(episode, episode.after, scope.bindings)).length === 0,
  )
}
