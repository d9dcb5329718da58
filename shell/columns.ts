import type { System } from '@/engine/kernel/program'
import { findConsole } from '@/engine/kernel/streams'

/** How wide the process' terminal is; 80 without one. */
export function columnsOf(system: System): number {
  const { terminal } = system.process
  return (terminal === null ? null : findConsole(system.state(), terminal)?.terminal?.columns) ?? 80
}
