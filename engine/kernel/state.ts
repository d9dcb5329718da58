import { type ExitStatus, hostSpace, type Process, type Space } from './process'
import type { Stream } from './stream'
import type { Table } from './table'

/** A container whose PID 1 ended and whose end the engine has not dealt with yet. */
export interface EndedSpace {
  readonly space: Space
  readonly status: ExitStatus
}

/** The part of the engine's state that processes live in. */
export interface KernelState {
  /** Numbered by host PID. */
  readonly processes: Table<Process>
  /** Numbered by id. */
  readonly streams: Table<Stream>
  readonly nextHostPid: number
  readonly nextStream: number
  /** How often a program read the clock in a way that it, or what reads its output, may decide by. */
  readonly clockReads: number
  /** The next PID of each space that has processes. */
  readonly nextPids: readonly { readonly space: Space; readonly next: number }[]
  /** Containers whose processes get no slice (docker pause). */
  readonly frozen: readonly Space[]
  readonly ended: readonly EndedSpace[]
}

/** A machine without processes; the first one gets `firstHostPid`. */
export function emptyKernel(firstHostPid = 4100): KernelState {
  return {
    processes: [],
    streams: [],
    nextHostPid: firstHostPid,
    nextStream: 1,
    clockReads: 0,
    nextPids: [{ space: hostSpace, next: firstHostPid - 7 }],
    frozen: [],
    ended: [],
  }
}
