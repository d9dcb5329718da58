import type { Container } from '../container/container'
import type { Io } from '../io'
import type { Process } from '../kernel/process'
import type { Stream } from '../kernel/stream'
import type { EngineState } from '../state'
import { leapPeriods } from './leap'
import { isSteady } from './steady'

/** What a machine looked like at one moment, three times one period apart. */
export type Moments = readonly [EngineState, EngineState, EngineState]

/** What lies further ahead is no part of a rhythm; nothing is skipped in the time before it. Milliseconds. */
const farMs = 900_000

function timesOf(process: Process): readonly number[] {
  const { wait } = process
  if (wait.on === 'time') return [wait.until]
  return (wait.on === 'read' || wait.on === 'attachment') && wait.until !== undefined ? [wait.until] : []
}

function timersOf({ state }: Container): readonly number[] {
  return [state.restartAt, state.health?.nextProbeAt].flatMap((time) => time ?? [])
}

function mayRun(state: EngineState, process: Process): boolean {
  return !process.stopped && !state.kernel.frozen.includes(process.space)
}

/** What everybody waits for, and how far off that is: equal at two moments of one rhythm. */
export function rhythmOf(state: EngineState): string {
  const ahead = (time: number): string => (time - state.clock > farMs ? 'far' : String(time - state.clock))
  const waits = state.kernel.processes.flatMap((piece) =>
    piece.map((process) => {
      const times = mayRun(state, process) ? timesOf(process).map(ahead) : ['held']
      return `${process.program} ${process.wait.on} ${times.join()}`
    }),
  )
  const timers = state.containers.map((one) => `${one.state.status} ${timersOf(one).map(ahead).join()}`)
  return [...waits, ...timers].join('\n')
}

/** Without what only grows: its output is kept as it is. */
function withoutOutput(stream: Stream): unknown {
  return stream.kind === 'pipe'
    ? stream
    : { ...stream, screen: '', clients: stream.clients.map((client) => client.hostPid) }
}

function isSteadyContainer(containers: readonly [Container, Container, Container], period: number): boolean {
  const [first, second, third] = containers
  if (first === second && second === third) return true
  const isBounded = third.hostConfig.RestartPolicy.MaximumRetryCount > 0 && third.restartCount !== second.restartCount
  const { health } = third.state
  const mayTurn =
    health !== null && health.status !== 'unhealthy' && health.failingStreak !== second.state.health?.failingStreak
  if (isBounded || mayTurn || health?.status === 'starting') return false
  const [one, two, three] = containers.map((each) => ({ ...each, log: null }))
  return isSteady(one, two, three, period)
}

function isSteadyProcess(processes: readonly [Process, Process, Process], period: number, io: Io): boolean {
  const [first, second, third] = processes
  if (first === second && second === third) return true
  const leapt = io.program(third.program)?.leap?.(second.memory, third.memory, 1)
  if (leapt === undefined) return isSteady(first, second, third, period)
  const [one, two, three] = processes.map((each) => ({ ...each, memory: null }))
  return leapt !== null && isSteady(one, two, three, period)
}

/** Rows at the same places of three lists, or null where the lists differ in length. */
function inThrees<Row>(first: readonly Row[], second: readonly Row[], third: readonly Row[]) {
  if (first.length !== third.length || second.length !== third.length) return null
  return third.flatMap((row, index): (readonly [Row, Row, Row])[] => {
    const [one, two] = [first[index], second[index]]
    return one === undefined || two === undefined ? [] : [[one, two, row]]
  })
}

function isSteadyMachine([first, second, third]: Moments, io: Io): boolean {
  const period = third.clock - second.clock
  const containers = inThrees(first.containers, second.containers, third.containers)
  const processes = inThrees(
    first.kernel.processes.flat(),
    second.kernel.processes.flat(),
    third.kernel.processes.flat(),
  )
  const rest = (state: EngineState) => ({
    ...state,
    containers: null,
    events: null,
    kernel: {
      ...state.kernel,
      processes: state.kernel.processes.map((piece) => piece.length),
      streams: state.kernel.streams.map((piece) => piece.map(withoutOutput)),
    },
  })
  return (
    first.machines === third.machines &&
    containers?.every((each) => isSteadyContainer(each, period)) === true &&
    processes?.every((each) => isSteadyProcess(each, period, io)) === true &&
    isSteady(rest(first), rest(second), rest(third), period)
  )
}

/** The first time anybody waits for that does not move on with the rhythm. */
function deadlineOf([, before, after]: Moments): number {
  const earlier = new Set([...before.kernel.processes.flat().flatMap(timesOf), ...before.containers.flatMap(timersOf)])
  const fixed = [
    ...after.kernel.processes
      .flat()
      .filter((process) => mayRun(after, process))
      .flatMap(timesOf),
    ...after.containers.flatMap(timersOf),
  ].filter((time) => earlier.has(time) && time - after.clock > farMs)
  return Math.min(...fixed) - farMs
}

/**
 * Where a machine has done the same twice over: the state as many periods later as fit before `latest`, less
 * `periodsKept` that are to be run. What was printed meanwhile is not kept. Otherwise the last moment as it is.
 */
export function skipPeriods(moments: Moments, latest: number, periodsKept: number, io: Io): EngineState {
  const [, before, after] = moments
  const period = after.clock - before.clock
  const room = Math.min(latest, deadlineOf(moments)) - after.clock
  const periods = Math.floor(room / period) - periodsKept
  if (period <= 0 || periods < 1 || !isSteadyMachine(moments, io)) return after
  return leapPeriods(before, after, periods, io)
}
