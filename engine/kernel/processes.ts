import type { EngineState } from '../state'
import type { Process, Space } from './process'
import type { KernelState } from './state'

/** The state with some parts of its kernel replaced. */
export function withKernel(state: EngineState, changes: Partial<KernelState>): EngineState {
  return { ...state, kernel: { ...state.kernel, ...changes } }
}

/** Index of a process in the ascending list, or -1. */
function indexOf(processes: readonly Process[], hostPid: number): number {
  let low = 0
  let high = processes.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = processes[middle]?.hostPid ?? 0
    if (found === hostPid) return middle
    if (found < hostPid) low = middle + 1
    else high = middle - 1
  }
  return -1
}

export function findProcess(state: EngineState, hostPid: number): Process | null {
  return state.kernel.processes[indexOf(state.kernel.processes, hostPid)] ?? null
}

/** Replaces the process with the same host PID; a process that is gone stays gone. */
export function replaceProcess(state: EngineState, process: Process): EngineState {
  const index = indexOf(state.kernel.processes, process.hostPid)
  return index < 0 ? state : withKernel(state, { processes: state.kernel.processes.with(index, process) })
}

export function removeProcess(state: EngineState, hostPid: number): EngineState {
  return withKernel(state, { processes: state.kernel.processes.filter((process) => process.hostPid !== hostPid) })
}

/** Processes of one space, zombies included, oldest first. */
export function processesIn(state: EngineState, space: Space): readonly Process[] {
  return state.kernel.processes.filter((process) => process.space === space)
}

/** The process that has `pid` inside `space`, or null. */
export function findInSpace(state: EngineState, space: Space, pid: number): Process | null {
  return state.kernel.processes.find((process) => process.pid === pid && process.space === space) ?? null
}

/** Host PID of a process' parent: its parent in the space, or its supervisor where the parent is outside. */
export function hostParentOf(state: EngineState, process: Process): number {
  return (
    (process.parent === 0 ? null : findInSpace(state, process.space, process.parent)?.hostPid) ?? process.supervisor
  )
}
