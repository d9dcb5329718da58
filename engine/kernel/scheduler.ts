import { assertNever } from '../assert-never'
import type { Io } from '../io'
import type { EngineState, Transaction } from '../state'
import { endProcess, killedBy } from './deliver'
import type { EngineHooks } from './hooks'
import type { Process } from './process'
import { allProcesses, findProcess, replaceProcess, withKernel } from './processes'
import type { Outcome } from './program'
import { execProgram } from './spawn'
import { findConsole, isReadable, sweepStreams } from './streams'
import { canWrite, makeSystem } from './system'
import { watchedMs, watchRhythm } from './watch'

/** What runs a machine: the models, and the rest of the engine. */
export interface Machine {
  readonly io: Io
  readonly hooks: EngineHooks
}

/** When to stop. `until` and `latest` are times of the virtual clock. */
export type Goal =
  | { readonly until: number }
  | { readonly exitOf: number; readonly latest: number }
  /** Stops as soon as `reached` holds and nobody is ready; asked whenever everybody waits. */
  | { readonly reached: (state: EngineState) => boolean; readonly latest: number }

/** Slices of one run; past them the clock jumps to the goal without anybody running, so that nothing can hang. */
export const slicesMax = 100_000
/** Milliseconds a process that never waits keeps its processor for: a slow machine, so that a busy loop stays cheap. */
const busySliceMs = 10

function isChildReady(state: EngineState, process: Process, pid: number | 'any', untraced: boolean): boolean {
  let exists = false
  for (const each of allProcesses(state)) {
    if (each.space !== process.space || each.parent !== process.pid || (pid !== 'any' && each.pid !== pid)) continue
    if (each.status !== null || (untraced && each.stopped)) return true
    exists = true
  }
  return !exists
}

function isDescriptorReadable(state: EngineState, process: Process, number: number): boolean {
  const descriptor = process.descriptors[number]
  return descriptor?.kind !== 'stream' || isReadable(state, descriptor.stream)
}

function isAttachmentReady(
  state: EngineState,
  process: Process,
  console: number | null,
  input: number | null,
): boolean {
  if (input !== null && isDescriptorReadable(state, process, input)) return true
  if (console === null) return false
  const followed = findConsole(state, console)
  return (
    followed === null ||
    followed.status !== null ||
    followed.clients.some((client) => client.hostPid === process.hostPid && client.chunks.length > 0)
  )
}

function isWoken(state: EngineState, process: Process): boolean {
  const { wait } = process
  switch (wait.on) {
    case 'ready':
      return true
    case 'time':
      return wait.until <= state.clock
    case 'read':
      return (
        (wait.until !== undefined && wait.until <= state.clock) || isDescriptorReadable(state, process, wait.descriptor)
      )
    case 'write':
      return canWrite(state, process, wait.descriptor)
    case 'child':
      return isChildReady(state, process, wait.pid, wait.untraced === true)
    case 'signal':
    case 'running':
      return false
    case 'attachment':
      return (
        (wait.until !== undefined && wait.until <= state.clock) ||
        isAttachmentReady(state, process, wait.console, wait.input)
      )
    default:
      return assertNever(wait)
  }
}

/** Whether the scheduler may give it a slice now. */
export function isReady(state: EngineState, process: Process): boolean {
  if (process.status !== null || process.stopped || state.kernel.frozen.includes(process.space)) return false
  if (process.wait.on === 'running') return false
  return process.pending.length > 0 || isWoken(state, process)
}

function endNow(state: EngineState, hostPid: number, code: number): EngineState {
  const process = findProcess(state, hostPid)
  return process === null || process.status !== null
    ? state
    : endProcess(state, process, { by: 'exit', code: code & 255 })
}

function settleOutcome(transaction: Transaction, hostPid: number, outcome: Outcome, machine: Machine): void {
  const process = findProcess(transaction.state, hostPid)
  if (process === null || process.status !== null) return
  switch (outcome.kind) {
    case 'wait':
      transaction.state = replaceProcess(transaction.state, { ...process, memory: outcome.memory, wait: outcome.wait })
      return
    case 'exit':
      transaction.state = endNow(transaction.state, hostPid, outcome.status)
      return
    case 'killed':
      transaction.state = endProcess(transaction.state, process, killedBy(outcome.signal))
      return
    case 'exec': {
      const files = machine.hooks.files(transaction, process.space, process.user)
      const next = execProgram(process, outcome.argv, outcome.environment, files, machine.io)
      transaction.state =
        typeof next === 'string'
          ? endNow(transaction.state, hostPid, next === 'not-found' ? 127 : 126)
          : replaceProcess(transaction.state, next)
      return
    }
    default:
      assertNever(outcome)
  }
}

/** Gives one process one slice. Meanwhile it is `running`, so that a nested run cannot enter it again. */
function runSlice(state: EngineState, process: Process, machine: Machine): EngineState {
  const program = machine.io.program(process.program)
  if (program === null) return endNow(state, process.hostPid, 127)
  const transaction: Transaction = { state: replaceProcess(state, { ...process, wait: { on: 'running' } }) }
  const outcome = program.step(process.memory, makeSystem(transaction, process, machine.io, machine.hooks))
  settleOutcome(transaction, process.hostPid, outcome, machine)
  const busy = outcome.kind === 'wait' && outcome.wait.on === 'ready'
  return busy ? { ...transaction.state, clock: transaction.state.clock + busySliceMs } : transaction.state
}

/** Tells the engine of containers whose PID 1 ended. */
export function settleEnded(state: EngineState, machine: Machine): EngineState {
  let current = state
  while (current.kernel.ended.length > 0) {
    const { ended } = current.kernel
    current = withKernel(current, { ended: [] })
    for (const { space, status } of ended) current = machine.hooks.containerExited(current, space, status, machine.io)
  }
  return current
}

function timeOf(process: Process): number | null {
  const { wait } = process
  if (process.status !== null || process.stopped) return null
  if (wait.on === 'time') return wait.until
  return (wait.on === 'read' || wait.on === 'attachment') && wait.until !== undefined ? wait.until : null
}

/** The next time at which anything happens by itself, or null. */
export function nextWake(state: EngineState, machine: Machine): number | null {
  let next = machine.hooks.nextTimer(state)
  for (const process of allProcesses(state)) {
    const time = timeOf(process)
    if (time !== null && (next === null || time < next) && !state.kernel.frozen.includes(process.space)) next = time
  }
  return next
}

function latestOf(goal: Goal): number {
  return 'until' in goal ? goal.until : goal.latest
}

function isReached(state: EngineState, goal: Goal): boolean {
  if ('exitOf' in goal) {
    const process = findProcess(state, goal.exitOf)
    return process === null || process.status !== null
  }
  return 'reached' in goal && goal.reached(state)
}

/** One slice to everybody who is ready, in order of age. Returns how many ran. */
function runRound(
  state: EngineState,
  machine: Machine,
  slices: number,
): { readonly state: EngineState; readonly ran: number } {
  let current = state
  let ran = 0
  for (const { hostPid } of allProcesses(state)) {
    const process = findProcess(current, hostPid)
    if (process === null || ran >= slices || !isReady(current, process)) continue
    current = settleEnded(runSlice(current, process, machine), machine)
    ran += 1
  }
  return { state: current, ran }
}

function advance(state: EngineState, machine: Machine, latest: number): EngineState | null {
  const wake = nextWake(state, machine)
  if (wake === null || wake > latest) return null
  return settleEnded(machine.hooks.fireTimers({ ...state, clock: Math.max(state.clock, wake) }, machine.io), machine)
}

/**
 * Runs every process in virtual time until the goal: round robin among those that are ready; when all wait, the
 * clock goes to the next time anybody waits for. Without reaching the goal it ends at the goal's time.
 */
export function runMachine(state: EngineState, machine: Machine, goal: Goal, slices = slicesMax): EngineState {
  let current = settleEnded(state, machine)
  let left = slices
  const latest = latestOf(goal)
  const watch = 'until' in goal && latest - state.clock >= watchedMs ? watchRhythm(machine, latest) : null
  while (left > 0 && current.clock <= latest) {
    if ('exitOf' in goal && isReached(current, goal)) return sweepStreams(current)
    const round = runRound(current, machine, left)
    current = round.state
    left -= round.ran
    if (round.ran > 0) continue
    if (isReached(current, goal)) return sweepStreams(current)
    const advanced = advance(current, machine, latest)
    if (advanced === null) break
    left -= 1
    current = watch === null ? advanced : watch(sweepStreams(advanced), left)
  }
  const reached = isReached(current, goal)
  return sweepStreams(
    reached || current.clock >= latest || !('until' in goal) ? current : { ...current, clock: latest },
  )
}
