import { containerWithId, findContainer } from '../container/lookup'
import { hostSpace, type Process, type Space } from '../kernel/process'
import { allProcesses } from '../kernel/processes'
import type { EngineState } from '../state'

const sharingMax = 8

/**
 * The space whose network a space uses: the host's for `--network host`, another container's for
 * `--network container:NAME`, otherwise its own.
 */
export function networkSpaceOf(state: EngineState, space: Space): Space {
  let current = space
  for (let depth = 0; depth < sharingMax && current !== hostSpace; depth += 1) {
    const mode = containerWithId(state, current)?.hostConfig.NetworkMode ?? ''
    if (mode === 'host') return hostSpace
    if (!mode.startsWith('container:')) return current
    const found = findContainer(state, mode.slice('container:'.length))
    if (!found.ok) return current
    current = found.container.id
  }
  return current
}

/** The process that accepts connections at a TCP port of a space's network, by how it is reached; null: refused. */
export function listenerAt(state: EngineState, space: Space, port: number, isLoopback: boolean): Process | null {
  const network = networkSpaceOf(state, space)
  return (
    allProcesses(state).find(
      (process) => isListening(process, port, isLoopback) && networkSpaceOf(state, process.space) === network,
    ) ?? null
  )
}

function isListening(process: Process, port: number, isLoopback: boolean): boolean {
  return (
    process.status === null &&
    Object.values(process.descriptors).some(
      (held) => held.kind === 'listener' && held.port === port && (isLoopback || held.address === '0.0.0.0'),
    )
  )
}
