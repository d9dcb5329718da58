import type { Container } from '@/engine/container/container'
import type { EngineState } from '@/engine/state'
import { UNKNOWN_COMMAND } from './unknown-image'
import type { World } from './world'

/**
 * Notes the containers that a step touched while its output disagreed in a way that proves nothing, and those of
 * images we do not know: how they go on is not predicted any more but believed as shown.
 */
export function noteDoubts(world: World, before: EngineState, doubts: number): World {
  const touched = world.terminal.state.containers.filter((container) => wasTouched(container, before))
  const doubtful = touched.filter((container) => doubts > 0 || isOpaque(container)).map((container) => container.id)
  const there = new Set(world.terminal.state.containers.map((container) => container.id))
  const all = [...new Set([...world.doubtful, ...doubtful])].filter((id) => there.has(id))
  return all.length === 0 && world.doubtful.length === 0 ? world : { ...world, doubtful: all }
}

/** A container whose image is known by its name only. */
export function isOpaque(container: Container): boolean {
  return container.path === UNKNOWN_COMMAND || container.image.config.Entrypoint?.[0] === UNKNOWN_COMMAND
}

function wasTouched(container: Container, before: EngineState): boolean {
  const earlier = before.containers.find((candidate) => candidate.id === container.id)
  return (
    !earlier ||
    earlier.state.status !== container.state.status ||
    earlier.state.exitCode !== container.state.exitCode ||
    earlier.state.startedAt !== container.state.startedAt
  )
}
