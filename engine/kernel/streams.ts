import type { EngineState } from '../state'
import type { EngineHooks } from './hooks'
import type { Descriptor } from './process'
import { allProcesses, withKernel } from './processes'
import type { ReadResult } from './program'
import { type Console, type ConsoleClient, clientCapacity, type Pipe, pipeCapacity, type Stream } from './stream'
import { appendRow, changeRows, findRow, replaceRow, type Table } from './table'

const numberOf = (stream: Stream): number => stream.id

function withStreams(state: EngineState, streams: Table<Stream>): EngineState {
  return { ...state, kernel: { ...state.kernel, streams } }
}

/** Changes each stream (the same one: unchanged) or takes it out (null). */
export function changeStreams(state: EngineState, change: (stream: Stream) => Stream | null): EngineState {
  const streams = changeRows(state.kernel.streams, change)
  return streams === state.kernel.streams ? state : withStreams(state, streams)
}

/** All consoles, oldest first. */
export function consolesOf(state: EngineState): readonly Console[] {
  const found: Console[] = []
  for (const piece of state.kernel.streams) for (const each of piece) if (each.kind === 'console') found.push(each)
  return found
}

export function findStream(state: EngineState, id: number): Stream | null {
  return findRow(state.kernel.streams, numberOf, id)
}

export function findConsole(state: EngineState, id: number): Console | null {
  const stream = findStream(state, id)
  return stream?.kind === 'console' ? stream : null
}

export function replaceStream(state: EngineState, stream: Stream): EngineState {
  return withStreams(state, replaceRow(state.kernel.streams, numberOf, stream))
}

/** Adds a stream with the next id; `make` gets the id. */
export function addStream<S extends Stream>(
  state: EngineState,
  make: (id: number) => S,
): { readonly state: EngineState; readonly stream: S } {
  const stream = make(state.kernel.nextStream)
  return {
    state: withKernel(state, {
      streams: appendRow<Stream>(state.kernel.streams, stream),
      nextStream: state.kernel.nextStream + 1,
    }),
    stream,
  }
}

/** Whether any living process holds that end of a stream. */
function isHeld(state: EngineState, stream: number, end: 'in' | 'out'): boolean {
  return allProcesses(state).some(
    (process) =>
      process.status === null &&
      Object.values(process.descriptors).some(
        (held) => held.kind === 'stream' && held.stream === stream && held.end === end,
      ),
  )
}

function readPipe(
  state: EngineState,
  pipe: Pipe,
  maxLength: number,
): { readonly state: EngineState; readonly result: ReadResult } {
  if (pipe.buffer === '') return { state, result: isHeld(state, pipe.id, 'out') ? { kind: 'block' } : { kind: 'end' } }
  const text = pipe.buffer.slice(0, maxLength)
  return {
    state: replaceStream(state, { ...pipe, buffer: pipe.buffer.slice(text.length) }),
    result: { kind: 'data', text },
  }
}

function readConsole(
  state: EngineState,
  console: Console,
  maxLength: number,
): { readonly state: EngineState; readonly result: ReadResult } {
  const [first, ...rest] = console.input
  if (first === undefined) return { state, result: console.open ? { kind: 'block' } : { kind: 'end' } }
  if (first === '') return { state: replaceStream(state, { ...console, input: rest }), result: { kind: 'end' } }
  const text = first.slice(0, maxLength)
  const input = text.length < first.length ? [first.slice(text.length), ...rest] : rest
  return { state: replaceStream(state, { ...console, input }), result: { kind: 'data', text } }
}

/** Takes what can be read now. */
export function readStream(
  state: EngineState,
  id: number,
  maxLength: number,
): { readonly state: EngineState; readonly result: ReadResult } {
  const stream = findStream(state, id)
  if (stream === null) return { state, result: { kind: 'end' } }
  return stream.kind === 'pipe' ? readPipe(state, stream, maxLength) : readConsole(state, stream, maxLength)
}

/** Whether a read would not block. */
export function isReadable(state: EngineState, id: number): boolean {
  const stream = findStream(state, id)
  if (stream === null) return true
  if (stream.kind === 'console') return stream.input.length > 0 || !stream.open
  return stream.buffer !== '' || !isHeld(state, id, 'out')
}

function unread(client: ConsoleClient): number {
  return client.chunks.reduce((sum, chunk) => sum + chunk.text.length, 0)
}

/** Whether a write would not block. */
export function isWritable(state: EngineState, id: number): boolean {
  const stream = findStream(state, id)
  if (stream === null) return true
  if (stream.kind === 'console') return stream.clients.every((client) => unread(client) < clientCapacity)
  return stream.buffer.length < pipeCapacity || !isHeld(state, id, 'in')
}

function appendChunk(client: ConsoleClient, descriptor: 1 | 2, text: string): ConsoleClient {
  const last = client.chunks.at(-1)
  if (last?.descriptor !== descriptor) return { ...client, chunks: [...client.chunks, { descriptor, text }] }
  return { ...client, chunks: [...client.chunks.slice(0, -1), { descriptor, text: last.text + text }] }
}

/** Shows text on a console: to its log, its clients, or the host's screen. */
export function writeConsole(
  state: EngineState,
  console: Console,
  descriptor: 1 | 2,
  text: string,
  hooks: EngineHooks,
): EngineState {
  const shown = replaceStream(state, {
    ...console,
    screen: console.space === 'host' ? console.screen + text : '',
    clients: console.clients.map((client) => appendChunk(client, descriptor, text)),
  })
  if (!console.logged) return shown
  return hooks.appendLog(
    shown,
    console.space,
    descriptor === 2 && console.terminal === null ? 'stderr' : 'stdout',
    text,
  )
}

/** Writes all of `text`, or nothing of it. A pipe takes it whole as soon as it has room, so that writers stay simple. */
export function writeStream(
  state: EngineState,
  descriptor: Extract<Descriptor, { kind: 'stream' }>,
  text: string,
  hooks: EngineHooks,
): { readonly state: EngineState; readonly result: 'ok' | 'block' | 'broken' } {
  const stream = findStream(state, descriptor.stream)
  if (stream === null) return { state, result: 'broken' }
  if (stream.kind === 'console') {
    if (!isWritable(state, stream.id)) return { state, result: 'block' }
    return { state: writeConsole(state, stream, descriptor.end === 'error' ? 2 : 1, text, hooks), result: 'ok' }
  }
  if (!isHeld(state, stream.id, 'in')) return { state, result: 'broken' }
  if (stream.buffer.length >= pipeCapacity) return { state, result: 'block' }
  return { state: replaceStream(state, { ...stream, buffer: stream.buffer + text }), result: 'ok' }
}

/** Whether a stream is of use to somebody, whoever holds it. */
function isKept(stream: Stream): boolean {
  return stream.kind === 'console' && (stream.status === null || stream.clients.length > 0)
}

function heldStreams(state: EngineState): ReadonlySet<number> {
  const held = new Set<number>()
  for (const process of allProcesses(state)) {
    if (process.terminal !== null) held.add(process.terminal)
    for (const descriptor of Object.values(process.descriptors))
      if (descriptor.kind === 'stream') held.add(descriptor.stream)
  }
  return held
}

/** Forgets pipes nobody holds, and ended consoles nobody follows or holds. */
export function sweepStreams(state: EngineState): EngineState {
  if (state.kernel.streams.every((piece) => piece.every(isKept))) return state
  const held = heldStreams(state)
  return changeStreams(state, (stream) => (isKept(stream) || held.has(stream.id) ? stream : null))
}
