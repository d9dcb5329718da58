import { listItems, listLength } from '@/engine/append-list'
import type { Container } from '@/engine/container/container'
import { readRefusal } from '../compare/refusal'
import type { Predicate } from '../exercise'
import { matchingContainers } from './container-pattern'
import { type Bindings, type Episode, type History, isCredible } from './history'

type Answered = Extract<Predicate, { readonly kind: 'answered' }>

/** A request as web servers log it, answered with success or "not modified". */
const SERVED = /"(?:GET|HEAD) \S{0,300} HTTP\/\d(?:\.\d)?" (?:200|304)/

/**
 * First episode in which the service of a fitting container replied: the student's own request got through (the
 * container logged it) and something came back, or the student's output shows the container's log with a request
 * served, for instance to a browser.
 */
export function evaluateAnswered(
  predicate: Answered,
  history: History,
  bindings: Bindings,
  from: number,
): number | null {
  const at = history.findIndex(
    (episode, index) => index >= from && isCredible(episode) && answeredIn(episode, predicate, bindings),
  )
  return at < 0 ? null : at
}

function answeredIn(episode: Episode, predicate: Answered, bindings: Bindings): boolean {
  const output = episode.observed.filter((line) => line.trim() !== '')
  if (output.length === 0 || readRefusal(episode.observed)) return false
  if (/\bcurl: \(\d+\)|wget: |failed: Connection refused/.test(output.join('\n').slice(0, 20_000))) return false
  const containers = matchingContainers(episode.after, { ...predicate.container, publishes: predicate.port }, bindings)
  if (/\blogs\b/.test(episode.command) && output.some((line) => SERVED.test(line.slice(0, 2_000))))
    return containers.length > 0
  return containers.some((container) => requestsLogged(container, episode) > 0)
}

function requestsLogged(container: Container, episode: Episode): number {
  const earlier = episode.before.state.containers.find((candidate) => candidate.id === container.id)
  const known = earlier ? listLength(earlier.log) : 0
  return listItems(container.log)
    .slice(known)
    .filter((entry) => SERVED.test(entry.text)).length
}
