import { listItems, listLength } from '@/engine/append-list'
import type { Container } from '@/engine/container/container'
import { readRefusal } from '../compare/refusal'
import type { ContainerPattern } from '../pattern'
import type { Predicate } from '../predicate'
import { around } from './around'
import { type Episode, firstEpisode, isCredible, isSilent, type Scope } from './history'
import { fitsContainer } from './kinds/container-fits'
import { speaksFrom } from './speakers'

type Answered = Extract<Predicate, { readonly kind: 'answered' }>

/** A request as web servers log it, answered with success or "not modified". */
const SERVED = /"(?:GET|HEAD) \S{0,300} HTTP\/\d(?:\.\d)?" (?:200|304)/

/**
 * First episode in which the service of a fitting container replied: the student's own request got through (the
 * container logged it) and something came back, or the student's output shows the container's log with a request
 * served, for instance to a browser. `from` says that the request was made inside another container.
 */
export function evaluateAnswered(predicate: Answered, scope: Scope, from: number): number | null {
  return firstEpisode(
    scope,
    from,
    (episode) => isCredible(episode) && !isSilent(episode) && answeredIn(episode, predicate, scope),
  )
}

function answeredIn(episode: Episode, predicate: Answered, { bindings }: Scope): boolean {
  const output = episode.observed
  if (readRefusal(output)) return false
  if (/\bcurl: \(\d+\)|wget: |failed: Connection refused/.test(output.join('\n').slice(0, 20_000))) return false
  if (predicate.by !== undefined && !isCalledBy(predicate.by, episode.command)) return false
  if (predicate.from !== undefined && !speaksFrom(episode, predicate.from, bindings)) return false
  const pattern: ContainerPattern =
    predicate.from === undefined ? { ...predicate.container, publishes: predicate.port } : predicate.container
  const machine = around(episode, episode.after, bindings)
  const containers = machine.state.containers.filter((container) => fitsContainer(container, pattern, machine))
  if (/\blogs\b/.test(episode.command) && tellsOfRequest(output)) return containers.length > 0
  return containers.some((container) => requestsLogged(container, episode) > 0)
}

/** Does a log hold a request that was served? A narrow terminal may have broken its row. */
function tellsOfRequest(rows: readonly string[]): boolean {
  return rows.some((row, index) => SERVED.test(`${row}${rows[index + 1] ?? ''}`.slice(0, 2_000)))
}

/** Does the command hold the name as a word of its own? */
function isCalledBy(name: string, command: string): boolean {
  return command.split(/[^\w.-]+/).includes(name)
}

function requestsLogged(container: Container, episode: Episode): number {
  const earlier = episode.before.state.containers.find((candidate) => candidate.id === container.id)
  const known = earlier ? listLength(earlier.log) : 0
  return listItems(container.log)
    .slice(known)
    .filter((entry) => SERVED.test(entry.text)).length
}
