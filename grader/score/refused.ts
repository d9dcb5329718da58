import { readRefusal } from '../compare/refusal'
import type { Predicate } from '../predicate'
import { around } from './around'
import { type Episode, firstEpisode, isCredible, type Scope } from './history'
import { targetOf } from './kinds/subject'

type Refused = Extract<Predicate, { readonly kind: 'refused' }>

/** First episode in which Docker refused for this reason, as the engine does, speaking of an object that fits. */
export function evaluateRefused(predicate: Refused, scope: Scope, from: number): number | null {
  return firstEpisode(
    scope,
    from,
    (episode) =>
      isCredible(episode) &&
      readRefusal(episode.observed)?.kind === predicate.reason &&
      readRefusal(episode.predicted)?.kind === predicate.reason &&
      speaksOf(predicate, episode, scope),
  )
}

function speaksOf(predicate: Refused, episode: Episode, { bindings }: Scope): boolean {
  const { container, image, volume, network } = predicate
  if (container === undefined && image === undefined && volume === undefined && network === undefined) return true
  const target = targetOf(predicate)
  const { state } = episode.before
  // A name that Docker drew may stand in the engine's message only: nothing bound it to the student's yet.
  const text = [episode.command, ...episode.observed, ...episode.predicted].join('\n')
  return target
    .fitting(around(episode, state, bindings))
    .some((key) => target.words(state, key).some((word) => text.includes(word.replace(/:latest$/, ''))))
}
