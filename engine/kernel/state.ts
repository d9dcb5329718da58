import { type ExitStatus, hostSpace, type Process, type Space } from './process'
import type { Stream } from './stream'

/** A container whose PID 1 ended and whose end the engine has not dealt with yet. */
export interface EndedSpace {
  readonly space: Space
  readonly status: ExitStatus
}

/** The part of the engine's state that processes live in. */
export interface KernelState {
  /** Ascending host PID. */
  readonly processes: readonly Process[]
  /** Ascending id. */
  readonly streams: readonly Stream[]
  readonly nextHostPid: number
  readonly nextStream: number
  /** The next PID of each space that has processes. */
  readonly nextPid: Readonly<Record<Space, number>>
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
    nextPid: { [hostSpace]: firstHostPid - 7 },
    frozen: [],
    ended: [],
  }
}
