import type { EngineEvent } from '@/engine/events/event'
import type { Predicate } from '../predicate'
import { around } from './around'
import { fitsGlob } from './glob'
import { type Episode, firstEpisode, isCredible, type Scope } from './history'
import { targetOf } from './kinds/subject'

type Happened = Extract<Predicate, { readonly kind: 'happened' }>

/**
 * First episode during which the engine reported the event, for `atLeast` objects that fit before or after it, or when
 * they were removed.
 */
export function evaluateHappened(predicate: Happened, scope: Scope, from: number): number | null {
  const wanted = Number(predicate.atLeast ?? 1)
  return firstEpisode(
    scope,
    from,
    (episode) => isCredible(episode) && objectsOf(predicate, episode, scope).length >= wanted,
  )
}

function objectsOf(predicate: Happened, episode: Episode, scope: Scope): readonly string[] {
  const keys = episode.events.filter((event) => isMeant(event, predicate)).map((event) => keyOf(event, episode))
  if (keys.length === 0) return []
  const target = targetOf(predicate)
  const [after, before] = [episode.after, episode.before.state].map((state) => around(episode, state, scope.bindings))
  const fitting = new Set([after, before].flatMap((machine) => (machine === undefined ? [] : target.fitting(machine))))
  return [...new Set(keys)].filter((key) => fitting.has(key) || (after !== undefined && target.fitsRemoved(after, key)))
}

function isMeant(event: EngineEvent, predicate: Happened): boolean {
  const { kind } = targetOf(predicate)
  if (kind === 'pushed' || kind === 'host' || event.type !== kind || !fitsGlob(event.action, predicate.action))
    return false
  return predicate.signal === undefined || event.attributes.signal === predicate.signal
}

/** Events of images name them by reference or id; those of other kinds by the key that states use. */
function keyOf(event: EngineEvent, { before, after }: Episode): string {
  if (event.type !== 'image') return event.id
  const names = [...after.references, ...before.state.references]
  const named = names.find((one) => one.tag !== null && isCalled(one.repository, one.tag, event.id))
  return named?.imageId ?? event.id
}

function isCalled(repository: string, tag: string, text: string): boolean {
  const full = `${repository}:${tag}`
  return full === text || full.replace(/^docker\.io\/(?:library\/)?/, '') === text
}
