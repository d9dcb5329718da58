import type { Io } from '../io'
import { freezeSpace, killedBy, killSpace, signalProcess, thawSpace } from '../kernel/deliver'
import { runMachine, settleEnded } from '../kernel/scheduler'
import { parseSignal, type Signal, signalNumber } from '../kernel/signal'
import { machineOf } from '../machine'
import type { Transaction } from '../state'
import type { Container } from './container'
import { changeState, recordContainerEvent } from './create'
import { containerExited } from './exit'
import { containerWithId, isRunning, updateContainer } from './lookup'
import { type StartResult, startContainer } from './start'

/**
 * Stops a container: its stop signal, then KILL once `seconds` passed (null: the container's own grace period). The
 * clock goes on meanwhile and everything else keeps running. One that does not run is left as it is.
 */
export function stopContainer(transaction: Transaction, id: string, seconds: number | null, io: Io): void {
  const container = containerWithId(transaction.state, id)
  if (container === null) return
  updateContainer(transaction, id, (one) => ({ ...one, stoppedByUser: true }))
  if (container.state.status === 'restarting') {
    changeState(transaction, id, { status: 'exited', restartAt: null })
    return
  }
  if (!isRunning(container)) return
  if (container.state.status === 'paused') resume(transaction, container)
  if (transaction.state.rules.stopSends === 'KILL') {
    endNow(transaction, container, io)
    return
  }
  const signal = parseSignal(container.config.StopSignal ?? '') ?? 'TERM'
  const grace = seconds ?? container.config.StopTimeout ?? transaction.state.rules.stopGraceSeconds
  send(transaction, container, signal)
  waitForEnd(transaction, container, grace < 0 ? Number.MAX_SAFE_INTEGER : grace * 1000, io)
  if (stillRuns(transaction, container)) endNow(transaction, container, io)
  if (containerWithId(transaction.state, id) !== null) recordContainerEvent(transaction, container, 'stop')
}

/** Sends a signal to PID 1; KILL ends the container at once. */
export function killContainer(transaction: Transaction, id: string, signal: Signal, io: Io): void {
  const container = containerWithId(transaction.state, id)
  if (container === null) return
  const isStopping = signal === 'KILL' || signal === (parseSignal(container.config.StopSignal ?? '') ?? 'TERM')
  if (isStopping) updateContainer(transaction, id, (one) => ({ ...one, stoppedByUser: true }))
  if (signal === 'KILL') {
    if (container.state.status === 'paused') resume(transaction, container)
    endNow(transaction, container, io)
    return
  }
  send(transaction, container, signal)
  runMachineFor(transaction, SIGNAL_SETTLES_MS, io)
}

/** Time a program takes to act on a signal before the next command is typed. */
const SIGNAL_SETTLES_MS = 100

/** Stops and starts again; the policy's restart count does not change. */
export function restartContainer(transaction: Transaction, id: string, seconds: number | null, io: Io): StartResult {
  const autoRemove = containerWithId(transaction.state, id)?.hostConfig.AutoRemove ?? false
  setAutoRemove(transaction, id, false)
  stopContainer(transaction, id, seconds, io)
  setAutoRemove(transaction, id, autoRemove)
  const started = startContainer(transaction, id, io)
  const container = containerWithId(transaction.state, id)
  if (started.ok && container !== null) recordContainerEvent(transaction, container, 'restart')
  return started
}

export function pauseContainer(transaction: Transaction, container: Container): void {
  transaction.state = freezeSpace(transaction.state, container.id)
  changeState(transaction, container.id, { status: 'paused' })
  recordContainerEvent(transaction, container, 'pause')
}

export function unpauseContainer(transaction: Transaction, container: Container): void {
  resume(transaction, container)
  recordContainerEvent(transaction, container, 'unpause')
}

function resume(transaction: Transaction, container: Container): void {
  transaction.state = thawSpace(transaction.state, container.id)
  changeState(transaction, container.id, { status: 'running' })
}

/** Ends every process of a container with KILL and settles its end. */
export function endNow(transaction: Transaction, container: Container, io: Io): void {
  recordContainerEvent(transaction, container, 'kill', { signal: '9' })
  transaction.state = settleEnded(killSpace(transaction.state, container.id), machineOf(io))
  if (stillRuns(transaction, container) && transaction.state.rules.detachedStaysUp)
    transaction.state = containerExited(transaction.state, container.id, killedBy('KILL'))
}

function send(transaction: Transaction, container: Container, signal: Signal): void {
  recordContainerEvent(transaction, container, 'kill', { signal: String(signalNumber(signal)) })
  transaction.state = signalProcess(transaction.state, container.state.hostPid, signal)
}

function waitForEnd(transaction: Transaction, container: Container, ms: number, io: Io): void {
  const latest = transaction.state.clock + Math.min(ms, 24 * 3600 * 1000)
  transaction.state = runMachine(transaction.state, machineOf(io), { exitOf: container.state.hostPid, latest })
  if (stillRuns(transaction, container))
    transaction.state = { ...transaction.state, clock: Math.max(transaction.state.clock, latest) }
}

function runMachineFor(transaction: Transaction, ms: number, io: Io): void {
  transaction.state = runMachine(transaction.state, machineOf(io), { until: transaction.state.clock + ms })
}

function stillRuns(transaction: Transaction, container: Container): boolean {
  const now = containerWithId(transaction.state, container.id)
  return now !== null && isRunning(now) && now.state.hostPid === container.state.hostPid
}

function setAutoRemove(transaction: Transaction, id: string, value: boolean): void {
  updateContainer(transaction, id, (one) => ({ ...one, hostConfig: { ...one.hostConfig, AutoRemove: value } }))
}
