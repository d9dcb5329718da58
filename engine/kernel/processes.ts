import type { EngineState } from '../state'
import type { Process, Space } from './process'
import type { KernelState } from './state'
import { appendRow, changeRows, findRow, replaceRow, rowsOf, type Table } from './table'

const numberOf = (process: Process): number => process.hostPid

/** The state with some parts of its kernel replaced. */
export function withKernel(state: EngineState, changes: Partial<KernelState>): EngineState {
  return { ...state, kernel: { ...state.kernel, ...changes } }
}

function withProcesses(state: EngineState, processes: Table<Process>): EngineState {
  return { ...state, kernel: { ...state.kernel, processes } }
}

/** All processes of the machine, zombies included, oldest first. */
export function allProcesses(state: EngineState): readonly Process[] {
  return rowsOf(state.kernel.processes)
}

export function findProcess(state: EngineState, hostPid: number): Process | null {
  return findRow(state.kernel.processes, numberOf, hostPid)
}

/** Replaces the process with the same host PID; a process that is gone stays gone. */
export function replaceProcess(state: EngineState, process: Process): EngineState {
  return withProcesses(state, replaceRow(state.kernel.processes, numberOf, process))
}

/** Changes each process (the same one: unchanged) or takes it out (null). */
export function changeProcesses(state: EngineState, change: (process: Process) => Process | null): EngineState {
  return withProcesses(state, changeRows(state.kernel.processes, change))
}

export function removeProcess(state: EngineState, hostPid: number): EngineState {
  return changeProcesses(state, (process) => (process.hostPid === hostPid ? null : process))
}

/** The next PID of a space; null where it has no process yet. */
export function nextPidOf(state: EngineState, space: Space): number | null {
  for (const row of state.kernel.nextPids) if (row.space === space) return row.next
  return null
}

/** Adds a process with the highest host PID so far; its space's numbers go on behind its PID. */
export function addProcess(state: EngineState, process: Process): EngineState {
  const { kernel } = state
  const { space } = process
  const row = { space, next: process.pid + 1 }
  const index = kernel.nextPids.findIndex((each) => each.space === space)
  return withKernel(state, {
    processes: appendRow(kernel.processes, process),
    nextHostPid: process.hostPid + 1,
    nextPids: index < 0 ? [...kernel.nextPids, row] : kernel.nextPids.with(index, row),
  })
}

/** Processes of one space, zombies included, oldest first. */
export function processesIn(state: EngineState, space: Space): readonly Process[] {
  const found: Process[] = []
  for (const piece of state.kernel.processes) for (const each of piece) if (each.space === space) found.push(each)
  return found
}

/** The process that has `pid` inside `space`, or null. */
export function findInSpace(state: EngineState, space: Space, pid: number): Process | null {
  for (const piece of state.kernel.processes)
    for (const each of piece) if (each.pid === pid && each.space === space) return each
  return null
}

/** Host PID of a process' parent: its parent in the space, or its supervisor where the parent is outside. */
export function hostParentOf(state: EngineState, process: Process): number {
  return (
    (process.parent === 0 ? null : findInSpace(state, process.space, process.parent)?.hostPid) ?? process.supervisor
  )
}
