import { containerExited } from './container/exit'
import { appendLog } from './container/log'
import { fireTimers, nextTimer } from './container/timers'
import { openFiles } from './files/space-view'
import type { Io } from './io'
import type { EngineHooks } from './kernel/hooks'
import type { Machine } from './kernel/scheduler'
import { rhythmOf, skipPeriods } from './periods/skip'

/** What the kernel needs of the engine. */
export const ENGINE_HOOKS: EngineHooks = {
  files: openFiles,
  appendLog,
  containerExited,
  nextTimer,
  fireTimers,
  rhythmOf,
  skipPeriods,
}

/** The machine with these programs: what runs processes in virtual time. */
export function machineOf(io: Io): Machine {
  return { io, hooks: ENGINE_HOOKS }
}
