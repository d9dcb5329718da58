import { openFiles } from '@/engine/files/space-view'
import { type Descriptor, hostSpace, type Process } from '@/engine/kernel/process'
import { findProcess, replaceProcess } from '@/engine/kernel/processes'
import type { System } from '@/engine/kernel/program'
import { startProcess } from '@/engine/kernel/start'
import { listenerAt } from '@/engine/network/listener'
import { addressSeenBy, type Connection, connectTo } from './network'

/** Descriptors of connections begin here, above what a shell hands out. A connection has two: it reads N and writes N + 1. */
const firstConnection = 64
const connectionsMax = 64

export type Dialled =
  | Exclude<Connection, { kind: 'open' | 'machine' }>
  | { readonly kind: 'open'; readonly descriptor: number }

function freeDescriptor(process: Process): number | null {
  for (let index = 0; index < connectionsMax; index += 1) {
    const descriptor = firstConnection + index * 2
    if (process.descriptors[descriptor] === undefined && process.descriptors[descriptor + 1] === undefined)
      return descriptor
  }
  return null
}

/**
 * Opens a TCP connection: a pair of pipes, one end of each held by the server that listens there, which is woken.
 * The descriptor reads, the next one writes.
 */
export function dial(system: System, host: string, port: number): Dialled {
  const connection = connectTo(system, host, port)
  if (connection.kind === 'machine') return dialMachine(system, connection.machine, connection.port)
  if (connection.kind !== 'open') return connection
  const { server } = connection
  const theirs = freeDescriptor(server)
  const ours = freeDescriptor(system.process)
  if (theirs === null || ours === null) return { kind: 'reset' }
  const request = system.pipe()
  const response = system.pipe()
  const descriptors: Readonly<Record<number, Descriptor>> = {
    ...server.descriptors,
    [theirs]: { ...request.read, peer: addressSeenBy(system, server) },
    [theirs + 1]: response.write,
  }
  system.setDescriptor(ours, response.read)
  system.setDescriptor(ours + 1, request.write)
  system.replaceState(replaceProcess(system.state(), { ...server, descriptors, wait: { on: 'ready' } }))
  return { kind: 'open', descriptor: ours }
}

/** A port of another machine: a process of this host carries the connection through a session there. */
function dialMachine(system: System, machine: string, port: number): Dialled {
  const ours = freeDescriptor(system.process)
  if (ours === null) return { kind: 'reset' }
  const request = system.pipe()
  const response = system.pipe()
  const state = system.state()
  const started = startProcess(
    state,
    {
      space: hostSpace,
      files: openFiles({ state }, hostSpace, 'root'),
      argv: ['ssh', machine, 'nc', '127.0.0.1', String(port)],
      environment: {},
      directory: '/',
      user: 'root',
      terminal: false,
      stdin: true,
      logged: false,
    },
    system.io,
  )
  const carrier = started.ok ? findProcess(started.state, started.hostPid) : null
  if (!started.ok || carrier === null) return { kind: 'refused' }
  const descriptors: Process['descriptors'] = { 0: request.read, 1: response.write, 2: { kind: 'null' } }
  system.replaceState(replaceProcess(started.state, { ...carrier, descriptors }))
  system.setDescriptor(ours, response.read)
  system.setDescriptor(ours + 1, request.write)
  return { kind: 'open', descriptor: ours }
}

/** Address of the client of an accepted connection. */
export function peerOf(system: System, descriptor: number): string {
  const held = system.descriptor(descriptor)
  return held?.kind === 'stream' ? (held.peer ?? '127.0.0.1') : '127.0.0.1'
}

/** Connections the process holds, by descriptor. */
export function openConnections(process: Process): readonly number[] {
  return Object.keys(process.descriptors)
    .map(Number)
    .filter((number) => number >= firstConnection && number % 2 === 0)
}

/** Closes both directions; the other side reads an end of file. */
export function hangUpConnection(system: System, descriptor: number): void {
  system.setDescriptor(descriptor, null)
  system.setDescriptor(descriptor + 1, null)
}

/** Begins to accept connections at a port, on a descriptor of its own. False: the port is taken in its network. */
export function listenAt(system: System, port: number, address: '0.0.0.0' | '127.0.0.1' = '0.0.0.0'): boolean {
  if (listenerAt(system.state(), system.process.space, port, true) !== null) return false
  let number = 3
  while (system.descriptor(number) !== null) number += 1
  system.setDescriptor(number, { kind: 'listener', port, address })
  return true
}
