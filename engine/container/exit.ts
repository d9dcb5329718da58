import type { ExitStatus } from '../kernel/process'
import { signalNumber } from '../kernel/signal'
import type { EngineState, Transaction } from '../state'
import type { Container } from './container'
import { changeState, recordContainerEvent } from './create'
import { recordConnection } from './endpoints'
import { containerWithId, updateContainer } from './lookup'
import { removeContainer } from './remove'

const FIRST_DELAY_MS = 100
const LONGEST_DELAY_MS = 60_000
/** Time the engine takes to start a container: it still shows as restarting meanwhile. */
const STARTING_MS = 300
/** A run longer than this makes the restart delay begin anew. */
const LASTING_RUN_MS = 10_000

/** PID 1 ended: releases what it held, then lets `--rm` or the restart policy act. */
export function containerExited(state: EngineState, containerId: string, status: ExitStatus): EngineState {
  const transaction: Transaction = { state }
  const container = containerWithId(state, containerId)
  if (container === null) return state
  if (staysUp(state, container)) return state
  const exitCode = exitCodeOf(state, status)
  recordContainerEvent(transaction, container, 'die', { exitCode: String(exitCode) })
  release(transaction, container)
  changeState(transaction, containerId, {
    status: 'exited',
    exitCode,
    hostPid: 0,
    finishedAt: state.clock,
    health: endedHealth(container),
  })
  if (container.hostConfig.AutoRemove) removeContainer(transaction, containerId, { volumes: true })
  else if (restarts(state, container, exitCode)) scheduleRestart(transaction, container)
  return transaction.state
}

/** A wrong engine's: in the background a container needs no program. */
function staysUp({ rules }: EngineState, { config, stoppedByUser, state }: Container): boolean {
  const isDetached = config.AttachStdout === false && config.AttachStderr === false
  return rules.detachedStaysUp && isDetached && !stoppedByUser && state.status === 'running'
}

function exitCodeOf({ rules }: EngineState, status: ExitStatus): number {
  return status.by === 'signal' && rules.signalCode === 'number' ? signalNumber(status.signal) : status.code
}

function release(transaction: Transaction, container: Container): void {
  for (const endpoint of container.endpoints) recordConnection(transaction, container, endpoint, 'disconnect')
  updateContainer(transaction, container.id, (one) => ({
    ...one,
    ports: [],
    execIds: [],
    tmpfs: {},
    endpoints: one.endpoints.map((endpoint) => ({ ...endpoint, endpointId: '', address: null, mac: null })),
  }))
}

/** A check's last word stays readable after the end. */
function endedHealth({ state }: Container) {
  return state.health === null
    ? null
    : { ...state.health, status: 'unhealthy' as const, nextProbeAt: null, probe: null }
}

function restarts({ rules }: EngineState, container: Container, exitCode: number): boolean {
  if (container.stoppedByUser && rules.stopEndsRestartPolicy) return false
  const { Name: name, MaximumRetryCount: most } = container.hostConfig.RestartPolicy
  if (name === 'always' || name === 'unless-stopped') return true
  return name === 'on-failure' && exitCode !== 0 && (most === 0 || container.restartCount < most)
}

/** The delay doubles from 100 ms to a minute while the runs stay short. The restart counts from now on, as in moby's `daemon/monitor.go`. */
function scheduleRestart(transaction: Transaction, container: Container): void {
  const { clock } = transaction.state
  const lasted = clock - (container.state.startedAt ?? clock) >= LASTING_RUN_MS
  const streak = lasted ? 0 : container.restartStreak
  const delay = Math.min(FIRST_DELAY_MS * 2 ** streak, LONGEST_DELAY_MS) + STARTING_MS
  updateContainer(transaction, container.id, (one) => ({
    ...one,
    restartCount: one.restartCount + 1,
    restartStreak: streak + 1,
  }))
  changeState(transaction, container.id, { status: 'restarting', restartAt: clock + delay })
}
