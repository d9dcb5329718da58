import type { Container, ContainerState, Health } from '../container/container'
import type { Io } from '../io'
import type { Json } from '../json'
import type { Descriptor, Process, Wait } from '../kernel/process'
import type { Stream } from '../kernel/stream'
import type { Table } from '../kernel/table'
import type { EngineState } from '../state'

/** How far to go on from `after`: so many times the way from the state before it. */
type Leap = (before: number, after: number) => number

function leapOptional(leap: Leap, before: number | null | undefined, after: number | null): number | null {
  return after === null || before === null || before === undefined ? after : leap(before, after)
}

function leapJson(leap: Leap, before: Json | undefined, after: Json): Json {
  if (before === after) return after
  if (typeof after === 'number') return typeof before === 'number' ? leap(before, after) : after
  if (typeof after !== 'object' || after === null) return after
  if (isList(after)) return after.map((item, index) => leapJson(leap, isList(before) ? before[index] : undefined, item))
  const entries = Object.entries(after).map(([name, value]): [string, Json | undefined] => [
    name,
    value === undefined ? undefined : leapJson(leap, fieldOf(before, name), value),
  ])
  return Object.fromEntries(entries)
}

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value)
}

function fieldOf(value: Json | undefined, name: string): Json | undefined {
  return typeof value === 'object' && value !== null && !isList(value) ? value[name] : undefined
}

function leapWait(leap: Leap, before: Wait, after: Wait): Wait {
  switch (after.on) {
    case 'time':
      return before.on === 'time' ? { ...after, until: leap(before.until, after.until) } : after
    case 'child':
      return before.on === 'child' && before.pid !== 'any' && after.pid !== 'any'
        ? { ...after, pid: leap(before.pid, after.pid) }
        : after
    case 'read':
      return before.on === 'read' && before.until !== undefined && after.until !== undefined
        ? { ...after, until: leap(before.until, after.until) }
        : after
    case 'attachment':
      if (before.on !== 'attachment') return after
      return {
        ...after,
        console: leapOptional(leap, before.console, after.console),
        ...(before.until !== undefined && after.until !== undefined && { until: leap(before.until, after.until) }),
      }
    default:
      return after
  }
}

function leapDescriptors(
  leap: Leap,
  before: Readonly<Record<string, Descriptor>>,
  after: Readonly<Record<string, Descriptor>>,
): Readonly<Record<string, Descriptor>> {
  return Object.fromEntries(
    Object.entries(after).map(([number, held]): [string, Descriptor] => {
      const old = before[number]
      return held.kind === 'stream' && old?.kind === 'stream'
        ? [number, { ...held, stream: leap(old.stream, held.stream) }]
        : [number, held]
    }),
  )
}

function leapProcess(leap: Leap, periods: number, before: Process, after: Process, io: Io): Process {
  if (before === after) return after
  const own = io.program(after.program)?.leap?.(before.memory, after.memory, periods)
  return {
    ...after,
    hostPid: leap(before.hostPid, after.hostPid),
    pid: leap(before.pid, after.pid),
    parent: leap(before.parent, after.parent),
    supervisor: leap(before.supervisor, after.supervisor),
    memory: own ?? leapJson(leap, before.memory, after.memory),
    wait: leapWait(leap, before.wait, after.wait),
    descriptors: leapDescriptors(leap, before.descriptors, after.descriptors),
    terminal: leapOptional(leap, before.terminal, after.terminal),
    group: leap(before.group, after.group),
    startedAt: leap(before.startedAt, after.startedAt),
  }
}

function leapStream(leap: Leap, before: Stream, after: Stream): Stream {
  if (before === after || before.kind !== 'console' || after.kind !== 'console')
    return { ...after, id: leap(before.id, after.id) }
  const { terminal } = after
  return {
    ...after,
    id: leap(before.id, after.id),
    leader: leap(before.leader, after.leader),
    terminal:
      terminal === null || before.terminal === null
        ? terminal
        : { ...terminal, foreground: leap(before.terminal.foreground, terminal.foreground) },
    clients: after.clients.map((client, index) => ({
      ...client,
      hostPid: leap(before.clients[index]?.hostPid ?? client.hostPid, client.hostPid),
    })),
  }
}

function leapHealth(leap: Leap, before: Health | null, after: Health | null): Health | null {
  if (before === null || after === null || before === after) return after
  const { probe } = after
  return {
    status: after.status,
    failingStreak: leap(before.failingStreak, after.failingStreak),
    log: after.log.map((entry, index) => ({
      ...entry,
      startedAt: leap(before.log[index]?.startedAt ?? entry.startedAt, entry.startedAt),
      endedAt: leap(before.log[index]?.endedAt ?? entry.endedAt, entry.endedAt),
    })),
    nextProbeAt: leapOptional(leap, before.nextProbeAt, after.nextProbeAt),
    probe:
      probe === null || before.probe === null
        ? probe
        : {
            hostPid: leap(before.probe.hostPid, probe.hostPid),
            console: leap(before.probe.console, probe.console),
            startedAt: leap(before.probe.startedAt, probe.startedAt),
          },
  }
}

function leapContainerState(leap: Leap, before: ContainerState, after: ContainerState): ContainerState {
  return {
    ...after,
    hostPid: leap(before.hostPid, after.hostPid),
    startedAt: leapOptional(leap, before.startedAt, after.startedAt),
    finishedAt: leapOptional(leap, before.finishedAt, after.finishedAt),
    restartAt: leapOptional(leap, before.restartAt, after.restartAt),
    health: leapHealth(leap, before.health, after.health),
  }
}

function leapContainer(leap: Leap, before: Container | undefined, after: Container): Container {
  if (before === undefined || before === after) return after
  return {
    ...after,
    state: leapContainerState(leap, before.state, after.state),
    restartCount: leap(before.restartCount, after.restartCount),
    restartStreak: leap(before.restartStreak, after.restartStreak),
  }
}

/** Rows in pairs; the tables have the same shape. */
function leapTable<Row>(before: Table<Row>, after: Table<Row>, change: (before: Row, after: Row) => Row): Table<Row> {
  return after.map((piece, at) =>
    piece.map((row, index) => {
      const old = before[at]?.[index]
      return old === undefined ? row : change(old, row)
    }),
  )
}

/** The state that lies `periods` periods after `after`, where each is as the one from `before` to `after`. */
export function leapPeriods(before: EngineState, after: EngineState, periods: number, io: Io): EngineState {
  const leap: Leap = (from, to) => to + (to - from) * periods
  const { kernel } = after
  const old = before.kernel
  return {
    ...after,
    clock: leap(before.clock, after.clock),
    entropy: { ...after.entropy, drawn: leap(before.entropy.drawn, after.entropy.drawn) },
    containers: after.containers.map((one, index) => leapContainer(leap, before.containers[index], one)),
    kernel: {
      ...kernel,
      processes: leapTable(old.processes, kernel.processes, (from, to) => leapProcess(leap, periods, from, to, io)),
      streams: leapTable(old.streams, kernel.streams, (from, to) => leapStream(leap, from, to)),
      nextHostPid: leap(old.nextHostPid, kernel.nextHostPid),
      nextStream: leap(old.nextStream, kernel.nextStream),
      nextPids: kernel.nextPids.map((row, index) => ({
        space: row.space,
        next: leap(old.nextPids[index]?.next ?? row.next, row.next),
      })),
    },
  }
}
