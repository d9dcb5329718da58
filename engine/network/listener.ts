import type { Process, Space } from '../kernel/process'
import type { EngineState } from '../state'

/** The process of a space that accepts connections at a TCP port, by the address it was reached at; null: refused. */
export function listenerAt(state: EngineState, space: Space, port: number, isLoopback: boolean): Process | null {
  return (
    state.kernel.processes.find((process) => process.space === space && isListening(process, port, isLoopback)) ?? null
  )
}

function isListening(process: Process, port: number, isLoopback: boolean): boolean {
  return (
    process.status === null &&
    Object.values(process.descriptors).some(
      (held) => held.kind === 'listener' && held.port === port && (isLoopback || held.address === '0.0.0.0'),
    )
  )
}
