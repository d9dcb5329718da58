import type { Json } from '@/engine/json'
import type { Program, System } from '@/engine/kernel/program'
import type { Signal } from '@/engine/kernel/signal'
import { hangUpConnection, listenAt, openConnections, peerOf } from '../connection'
import { defineProgram, type Result, type Turn } from './define'

/** What a server prints: `output` to its standard output, `error` to its standard error. */
export interface Printed {
  readonly output?: string
  readonly error?: string
}

export interface Listening<State extends Json> extends Printed {
  readonly ports: readonly { readonly port: number; readonly address?: '0.0.0.0' | '127.0.0.1' }[]
  readonly state: State
}

/** What a server makes of what a client has sent and it has not used up yet. */
export interface Served<State extends Json> extends Printed {
  readonly state: State
  /** What of the received text is left for later: all of it, where more must come. */
  readonly rest: string
  readonly send?: string
  readonly close?: boolean
}

export interface ServerModel<State extends Json> {
  /** Signals that end it, and those it only takes note of. */
  readonly signals: Readonly<Partial<Record<Signal, 'stop' | 'note'>>>
  /** Reads its arguments and files; a result with a status ends it at once (`-v`, a fault in its configuration). */
  readonly start: (argv: readonly string[], system: System) => Listening<State> | Result
  /** The port it may not have: taken by another process of the space. */
  readonly taken: (port: number) => Result
  readonly serve: (state: State, received: string, peer: string, system: System) => Served<State>
  readonly note?: (signal: Signal, state: State, system: System) => Printed & { readonly state: State }
  readonly stop: (signal: Signal, state: State, system: System) => Printed
  readonly stopped?: (state: State, system: System) => Printed
}

type Running<State extends Json> = {
  readonly stage: 'running' | 'stopping'
  readonly until: number
  readonly state: State
  /** Received and not used up, by connection. */
  readonly received: Readonly<Record<string, string>>
}

type ServerMemory<State extends Json> = { readonly stage: 'start'; readonly argv: readonly string[] } | Running<State>

/** How long a server takes to end by itself. */
const stopMs = 100
const receivedMax = 1_048_576

function begin<State extends Json>(
  model: ServerModel<State>,
  argv: readonly string[],
  system: System,
): Turn<ServerMemory<State>> {
  const started = model.start(argv, system)
  if ('status' in started) return started
  for (const { port, address } of started.ports) if (!listenAt(system, port, address)) return model.taken(port)
  const running = { stage: 'running' as const, until: 0, state: started.state, received: {} }
  return { memory: running, wait: { on: 'signal' }, ...printed(started) }
}

function printed({ output, error }: Printed): Printed {
  return { ...(output !== undefined && { output }), ...(error !== undefined && { error }) }
}

/** Reads what a client sent, gives it to the model and writes the answer, one connection after the other. What went wrong is logged before the request. */
function serveAll<State extends Json>(
  model: ServerModel<State>,
  memory: Running<State>,
  system: System,
): Turn<ServerMemory<State>> {
  let state = memory.state
  let output = ''
  let error = ''
  let waiting: number | null = null
  const received: Record<string, string> = {}
  for (const descriptor of openConnections(system.process)) {
    const read = system.read(descriptor)
    const text = (memory.received[descriptor] ?? '') + (read.kind === 'data' ? read.text : '')
    const served: Served<State> =
      read.kind === 'data' ? model.serve(state, text, peerOf(system, descriptor), system) : { state, rest: text }
    state = served.state
    output += served.output ?? ''
    error += served.error ?? ''
    if (served.send !== undefined) system.write(descriptor + 1, served.send)
    const isOver =
      served.close === true || read.kind === 'end' || read.kind === 'error' || served.rest.length > receivedMax
    if (isOver) hangUpConnection(system, descriptor)
    else {
      received[descriptor] = served.rest
      waiting ??= descriptor
    }
  }
  const wait = waiting === null ? ({ on: 'signal' } as const) : ({ on: 'read', descriptor: waiting } as const)
  const later = error !== '' && system.write(2, error) === 'ok' ? '' : error
  return { memory: { ...memory, state, received }, wait, output, error: later }
}

function onSignal<State extends Json>(
  model: ServerModel<State>,
  memory: Running<State>,
  signal: Signal,
  system: System,
): Turn<ServerMemory<State>> {
  if (model.signals[signal] === 'stop') {
    const until = system.now() + stopMs
    const stopping = { ...memory, stage: 'stopping' as const, until }
    return { memory: stopping, wait: { on: 'time', until }, ...printed(model.stop(signal, memory.state, system)) }
  }
  const noted = model.note?.(signal, memory.state, system) ?? { state: memory.state }
  return { memory: { ...memory, state: noted.state }, wait: { on: 'ready' }, ...printed(noted) }
}

function end<State extends Json>(
  model: ServerModel<State>,
  memory: Running<State>,
  system: System,
): Turn<ServerMemory<State>> {
  if (system.now() < memory.until) return { memory, wait: { on: 'time', until: memory.until } }
  const last = model.stopped?.(memory.state, system) ?? {}
  for (const process of system.processes()) if (process.parent === system.process.pid) system.kill(process.pid, 'KILL')
  return { status: 0, ...printed(last) }
}

/** A program that listens at TCP ports, answers what connects, and ends by itself a moment after it is told to. */
export function defineServer<State extends Json>(name: string, model: ServerModel<State>): Program {
  const handled = Object.keys(model.signals).map((signal) => [signal, 'handle' as const])
  return defineProgram<ServerMemory<State>>(name, {
    dispositions: { CHLD: 'ignore', PIPE: 'ignore', ...Object.fromEntries(handled) },
    begin: (argv) => ({ stage: 'start', argv }),
    turn(memory, system): Turn<ServerMemory<State>> {
      if (memory.stage === 'start') return begin(model, memory.argv, system)
      if (memory.stage === 'stopping') return end(model, memory, system)
      const signal = system.takeSignal()
      return signal === null ? serveAll(model, memory, system) : onSignal(model, memory, signal, system)
    },
  })
}
