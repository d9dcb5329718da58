import type { EngineState } from '@/engine/state'
import type { Predicate } from '../predicate'
import { around } from './around'
import { type Episode, firstEpisode, isEvidence, outputOn, type Scope } from './history'
import { targetOf } from './kinds/subject'
import type { Target } from './kinds/target'

type Shown = Extract<Predicate, { readonly kind: 'shown' }>

/**
 * First episode whose output showed that the object is as the pattern says. Whether an output shows a fact is decided
 * by asking the engine what the same command would have printed were the fact otherwise: if the text would be another
 * one, the text the student saw showed it. So any form counts (a listing, a filter, a template, `wait`…).
 */
export function evaluateShown(predicate: Shown, scope: Scope, from: number): number | null {
  const target = targetOf(predicate)
  const wanted = Number(predicate.atLeast ?? 1)
  return firstEpisode(scope, from, (episode) => {
    if (!isEvidence(episode) || isDoneRatherThanShown(predicate, episode)) return false
    const before = new Set(target.fitting(around(episode, episode.before.state, scope.bindings)))
    // Only what was already so before the command can be seen by it.
    const held = before.size === 0 ? [] : target.fitting(around(episode, episode.after, scope.bindings))
    const seen = held.filter((key) => before.has(key) && shows(predicate, target, episode, key))
    return seen.length >= wanted && (predicate.only !== true || namesNoOther(target, episode, before))
  })
}

/** Others were there, and the output has none of their names and ids. */
function namesNoOther(target: Target, { before, observed, predicted }: Episode, meant: ReadonlySet<string>): boolean {
  const others = target.keys(before.state).filter((key) => !meant.has(key))
  const words = new Set([...observed, ...predicted].flatMap((line) => line.slice(0, 4_000).split(/[^\w./:-]+/)))
  return others.length > 0 && others.every((key) => target.words(before.state, key).every((word) => !words.has(word)))
}

/** A container that does what its image says, by its command, shows no more than the result of it. */
function isDoneRatherThanShown({ image }: Shown, { events }: Episode): boolean {
  const ofCommand = image?.cmd !== undefined || image?.entrypoint !== undefined
  return ofCommand && events.some((event) => event.action === 'start')
}

/** What a fact of an object would have changed of an output does not depend on the variables: asked once. */
const answers = new WeakMap<Shown, WeakMap<Episode, Map<string, boolean>>>()

function shows(predicate: Shown, target: Target, episode: Episode, key: string): boolean {
  const ofPredicate = answers.get(predicate) ?? new WeakMap<Episode, Map<string, boolean>>()
  answers.set(predicate, ofPredicate)
  const ofEpisode = ofPredicate.get(episode) ?? new Map<string, boolean>()
  ofPredicate.set(episode, ofEpisode)
  const known = ofEpisode.get(key)
  if (known !== undefined) return known
  const facts = target.otherwise(around(episode, episode.before.state, {}), key)
  const shown = facts.length > 0 && facts.every((states) => states.some((state) => readsOtherwise(episode, state)))
  ofEpisode.set(key, shown)
  return shown
}

/** What each episode's command prints when it is run once more on the very machine it ran on. */
const runAgain = new WeakMap<Episode, string>()

/**
 * Would the same command have printed something else on this machine? Compared with its running again, not with what it
 * printed then: ids and names that were drawn were bound to the student's since.
 */
export function readsOtherwise(episode: Episode, state: EngineState): boolean {
  const same = runAgain.get(episode) ?? outputOn(episode, episode.before.state)
  runAgain.set(episode, same)
  return outputOn(episode, state) !== same
}
