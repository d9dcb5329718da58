import type { Container } from '../container/container'
import { isRunning, updateContainer } from '../container/lookup'
import { startContainer } from '../container/start'
import { stopContainer } from '../container/stop'
import type { Io } from '../io'
import type { EngineState, Transaction } from '../state'

function withDaemon(state: EngineState, daemon: 'running' | 'stopped'): EngineState {
  return { ...state, host: { ...state.host, daemon, daemonSince: state.clock } }
}

/** Stops the engine: its containers get their stop signal and grace period first. A stopped one is left as it is. */
export function stopDaemon(state: EngineState, io: Io): EngineState {
  if (state.host.daemon === 'stopped') return state
  const transaction: Transaction = { state }
  for (const { id, stoppedByUser } of state.containers.filter(isStoppedWithEngine)) {
    stopContainer(transaction, id, null, io)
    updateContainer(transaction, id, (one) => ({ ...one, stoppedByUser }))
  }
  return withDaemon(transaction.state, 'stopped')
}

function isStoppedWithEngine(container: Container): boolean {
  return isRunning(container) || container.state.status === 'restarting'
}

/** Starts the engine, and with it the containers whose restart policy says so. A running one is left as it is. */
export function startDaemon(state: EngineState, io: Io): EngineState {
  if (state.host.daemon === 'running') return state
  const transaction: Transaction = { state: withDaemon(state, 'running') }
  for (const container of state.containers)
    if (startsWithEngine(container)) startContainer(transaction, container.id, io)
  return transaction.state
}

function startsWithEngine({ hostConfig, state, stoppedByUser }: Container): boolean {
  const policy = hostConfig.RestartPolicy.Name
  return state.startedAt !== null && (policy === 'always' || (policy === 'unless-stopped' && !stoppedByUser))
}
