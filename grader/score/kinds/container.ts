import type { Container } from '@/engine/container/container'
import { containerWithId } from '@/engine/container/lookup'
import { changeProcesses } from '@/engine/kernel/processes'
import type { EngineState } from '@/engine/state'
import type { ContainerPattern } from '../../pattern'
import { otherViews } from '../files'
import { fitsContainer, fitsProcess } from './container-fits'
import { otherContainers } from './container-otherwise'
import type { Target, Variable } from './target'

/** Containers as the subject of a predicate. */
export function containerTarget(pattern: ContainerPattern): Target {
  return {
    variable: pattern.as ?? null,
    others: otherVariables(pattern),
    kind: 'container',
    keys: (state) => state.containers.map((container) => container.id),
    fitting: (around) =>
      around.state.containers
        .filter((container) => fitsContainer(container, pattern, around))
        .map((container) => container.id),
    fits: (around, key) => {
      const container = containerWithId(around.state, key)
      return container !== null && fitsContainer(container, pattern, around)
    },
    fitsRemoved: (around, key) => {
      const container = around.state.removed.find((one) => one.id === key)
      return container !== undefined && fitsContainer(container, pattern, around)
    },
    otherwise: (around, key) => otherwise(around.state, key, pattern),
    putBack,
    words: (state, key) => {
      const container = [...state.containers, ...state.removed].find((one) => one.id === key)
      return container === undefined ? [] : [container.name, key.slice(0, 12)]
    },
  }
}

function otherVariables(pattern: ContainerPattern): readonly Variable[] {
  return [
    ...(pattern.imageAs === undefined ? [] : [{ name: pattern.imageAs, kind: 'image' as const }]),
    ...(pattern.mounts ?? []).flatMap(({ as }) => (as === undefined ? [] : [{ name: as, kind: 'volume' as const }])),
    ...(pattern.networks ?? []).flatMap(({ as }) => (as === undefined ? [] : [{ name: as, kind: 'network' as const }])),
  ]
}

/** A removed container, ended: put back it would stand in `docker ps -a`. */
function putBack(state: EngineState, earlier: EngineState, key: string): EngineState | null {
  const known = containerWithId(earlier, key) ?? state.removed.find((one) => one.id === key)
  if (known === undefined || containerWithId(state, key) !== null) return null
  const ended: Container = { ...known, state: { ...known.state, status: 'exited', hostPid: 0 }, ports: [] }
  return { ...state, containers: [...state.containers, ended] }
}

function otherwise(state: EngineState, key: string, pattern: ContainerPattern): readonly (readonly EngineState[])[] {
  const container = containerWithId(state, key)
  if (container === null) return []
  const facts = [
    ...otherContainers(container, pattern).map((others) => others.map((other) => put(state, other))),
    ...(pattern.files === undefined ? [] : [otherViews(state, key, pattern.files)]),
    ...(pattern.runs === undefined ? [] : [otherProcesses(state, key, pattern.runs)]),
  ]
  return facts.length > 0 ? facts : [[put(state, { ...container, name: `${container.name}-otherwise` })]]
}

function put(state: EngineState, other: Container): EngineState {
  return { ...state, containers: state.containers.map((container) => (container.id === other.id ? other : container)) }
}

function otherProcesses(
  state: EngineState,
  key: string,
  pattern: NonNullable<ContainerPattern['runs']>,
): readonly EngineState[] {
  return [
    changeProcesses(state, (process) =>
      process.space === key && fitsProcess(process, pattern)
        ? { ...process, program: 'otherwise', argv: ['otherwise'] }
        : process,
    ),
  ]
}
