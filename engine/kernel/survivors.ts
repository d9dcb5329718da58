import type { EngineState } from '../state'
import type { Process, Space } from './process'
import { changeProcesses, findInSpace, processesIn, withKernel } from './processes'

/** Where what outlives its container waits for the next start, under a wrong engine: no process there gets a slice. */
function waitingSpace(space: Space): Space {
  return `${space} (ended)`
}

/** What becomes of a process when PID 1 of its space ends: nothing is left of it, but for one a wrong engine keeps. */
export function survivorOf(state: EngineState, process: Process): Process | null {
  if (!state.rules.execOutlivesInit || process.pid === 1 || !comesFromExec(state, process)) return null
  return { ...process, space: waitingSpace(process.space), terminal: null, wait: { on: 'signal' } }
}

function comesFromExec(state: EngineState, process: Process): boolean {
  let current: Process | null = process
  while (current !== null && current.parent !== 0) current = findInSpace(state, current.space, current.parent)
  return current !== null && current.pid !== 1
}

/** A container that starts again finds them. */
export function bringSurvivors(state: EngineState, space: Space): EngineState {
  if (!state.rules.execOutlivesInit) return state
  const waiting = waitingSpace(space)
  const last = Math.max(1, ...processesIn(state, waiting).map((process) => process.pid))
  const moved = changeProcesses(state, (process) => (process.space === waiting ? { ...process, space } : process))
  return withKernel(moved, {
    nextPids: moved.kernel.nextPids.map((row) => (row.space === space ? { space, next: last + 1 } : row)),
  })
}
