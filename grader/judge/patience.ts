import { listLength } from '@/engine/append-list'
import type { EngineState } from '@/engine/state'
import { type Terminal, waitFor } from '@/shell/terminal'

/** Lines that containers may write while time passes unseen: a program that never tires would take long to follow. */
const LINES_MAX = 300

/** Steps in which time passes, each as long as all before it together. */
const FIRST_SLICE_MS = 5_000

/** Lets virtual time pass; null where something would write more than is worth following. */
export function waitPatiently(terminal: Terminal, ms: number): Terminal | null {
  const before = linesWritten(terminal.state)
  let current = terminal
  for (let passed = 0; passed < ms; ) {
    const slice = Math.min(ms - passed, Math.max(FIRST_SLICE_MS, passed))
    current = waitFor(current, slice).terminal
    passed += slice
    if (passed < ms && linesWritten(current.state) - before > LINES_MAX) return null
  }
  return current
}

function linesWritten(state: EngineState): number {
  return state.containers.reduce((sum, container) => sum + listLength(container.log), 0)
}
