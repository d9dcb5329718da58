import type { Container } from '@/engine/container/container'
import type { EngineState } from '@/engine/state'
import type { ContainerPattern, Predicate } from '../exercise'
import { matchingContainers } from './container-pattern'
import { type Bindings, type Episode, type History, outputOn } from './history'

type Shown = Extract<Predicate, { readonly kind: 'shown' }>

/**
 * First episode whose output showed that the container is as the pattern says. Whether an output shows a fact is
 * decided by asking the engine what the same command would have printed were the fact otherwise: if the text would be
 * another one, the text the student saw showed it. So any form counts (a listing, a filter, a template, `wait`…).
 */
export function evaluateShown(predicate: Shown, history: History, bindings: Bindings, from: number): number | null {
  const at = history.findIndex(
    (episode, index) =>
      index >= from && episode.verdict === 'consistent' && shows(episode, predicate.container, bindings),
  )
  return at < 0 ? null : at
}

function shows(episode: Episode, pattern: ContainerPattern, bindings: Bindings): boolean {
  if (episode.observed.every((line) => line.trim() === '')) return false
  const held = matchingContainers(episode.after, pattern, bindings).filter((container) =>
    sameIn(episode.before.state, container),
  )
  return held.some((container) =>
    otherwise(container, pattern).every(
      (other) => outputOn(episode, replace(episode.before.state, container.id, other)) !== episode.predicted.join('\n'),
    ),
  )
}

/** Only what was already so before the command can be seen by it. */
function sameIn(state: EngineState, container: Container): boolean {
  const earlier = state.containers.find((candidate) => candidate.id === container.id)
  return earlier?.state.status === container.state.status && earlier.state.exitCode === container.state.exitCode
}

/** The container as it would be were one of the pattern's facts false; one variant a fact. */
function otherwise(container: Container, pattern: ContainerPattern): readonly Container[] {
  const variants: Container[] = []
  if (pattern.exitCode !== undefined)
    variants.push({ ...container, state: { ...container.state, exitCode: pattern.exitCode === 1 ? 2 : 1 } })
  if (pattern.status !== undefined && pattern.exitCode === undefined) {
    variants.push({
      ...container,
      state: { ...container.state, status: pattern.status === 'created' ? 'exited' : 'created' },
    })
  }
  if (pattern.publishes !== undefined) variants.push({ ...container, ports: [] })
  return variants.length > 0 ? variants : [{ ...container, name: `${container.name}-otherwise` }]
}

function replace(state: EngineState, id: string, other: Container): EngineState {
  return { ...state, containers: state.containers.map((container) => (container.id === id ? other : container)) }
}
