import type { Predicate } from '../predicate'
import { around } from './around'
import { type Episode, firstEpisode, isEvidence, type Scope } from './history'
import { targetOf } from './kinds/subject'
import { readsOtherwise } from './shown'

type ShownAbsent = Extract<Predicate, { readonly kind: 'shownAbsent' }>

/** Earlier machines looked at, the newest first. */
const LOOKED_BACK_MAX = 60

/**
 * First episode whose output showed that an object which had been there is gone: were it still there, the same command
 * would have printed something else. Docker's refusal of its name counts, and so does the empty table of a listing.
 */
export function evaluateShownAbsent(predicate: ShownAbsent, scope: Scope, from: number): number | null {
  const target = targetOf(predicate)
  return firstEpisode(scope, from, (episode, index) => {
    if (!isEvidence(episode)) return false
    const now = around(episode, episode.before.state, scope.bindings)
    const present = new Set([...target.fitting(now), ...target.fitting({ ...now, state: episode.after })])
    return earlierObjects(predicate, scope, index).some(([key, earlier]) => {
      if (present.has(key)) return false
      const back = target.putBack(episode.before.state, earlier.before.state, key)
      return back !== null && readsOtherwise(episode, back)
    })
  })
}

/** Objects that fitted at some earlier moment, each with the newest episode before which (or in which) it did. */
function earlierObjects(predicate: ShownAbsent, scope: Scope, index: number): readonly (readonly [string, Episode])[] {
  const target = targetOf(predicate)
  const found = new Map<string, Episode>()
  for (let at = index; at >= Math.max(0, index - LOOKED_BACK_MAX); at -= 1) {
    const episode = scope.history[at]
    if (episode === undefined) continue
    const then = around(episode, episode.before.state, scope.bindings)
    const removed = at === index ? then.state.removed.map((container) => container.id) : []
    const keys = [...target.fitting(then), ...removed.filter((key) => target.fitsRemoved(then, key))]
    for (const key of keys) if (!found.has(key)) found.set(key, episode)
  }
  return [...found]
}
