import type { FileView } from '../files/view'
import type { Io } from '../io'
import type { EngineState, Transaction } from '../state'
import type { ExitStatus, Space } from './process'

/** What the kernel asks of the rest of the engine. The kernel imports none of it, so that the imports have no cycle. */
export interface EngineHooks {
  /** The files a process of `space` sees; writes replace `transaction.state`. */
  readonly files: (transaction: Transaction, space: Space, user: string) => FileView
  readonly appendLog: (
    state: EngineState,
    containerId: string,
    stream: 'stdout' | 'stderr',
    text: string,
  ) => EngineState
  /** PID 1 ended; its processes are gone already. Sets the container's state, ports, --rm, restart timer, events. */
  readonly containerExited: (state: EngineState, containerId: string, status: ExitStatus, io: Io) => EngineState
  /** When the engine wants to act next by itself (restart delays, health checks), or null. */
  readonly nextTimer: (state: EngineState) => number | null
  /** Does what is due at the state's clock. */
  readonly fireTimers: (state: EngineState, io: Io) => EngineState
  /** What everybody waits for and how far off that is; equal at two moments of one rhythm. */
  readonly rhythmOf: (state: EngineState) => string
  /** Goes on by whole periods of a rhythm seen twice, as far as `latest` less `periodsKept`; or gives the last moment. */
  readonly skipPeriods: (
    moments: readonly [EngineState, EngineState, EngineState],
    latest: number,
    periodsKept: number,
    io: Io,
  ) => EngineState
}
