import type { EngineState } from '../state'
import { deliverToGroup } from './deliver'
import type { EngineHooks } from './hooks'
import type { Signal } from './signal'
import { type Console, type ConsoleChunk, lineCapacity, type Terminal } from './stream'
import { consolesOf, findConsole, replaceStream, writeConsole } from './streams'

/** The console of the process that docker started as `hostPid`, also after its end while a client follows it. */
export function consoleOf(state: EngineState, hostPid: number): Console | null {
  return consolesOf(state).find((console) => console.leader === hostPid) ?? null
}

/** From now on the client `hostPid` gets a copy of what the console shows. */
export function followConsole(state: EngineState, id: number, hostPid: number): EngineState {
  const console = findConsole(state, id)
  if (console === null || console.clients.some((client) => client.hostPid === hostPid)) return state
  return replaceStream(state, { ...console, clients: [...console.clients, { hostPid, chunks: [] }] })
}

export function leaveConsole(state: EngineState, id: number, hostPid: number): EngineState {
  const console = findConsole(state, id)
  if (console === null) return state
  return replaceStream(state, { ...console, clients: console.clients.filter((client) => client.hostPid !== hostPid) })
}

/** Takes what the client has not read yet. */
export function takeChunks(
  state: EngineState,
  id: number,
  hostPid: number,
): { readonly state: EngineState; readonly chunks: readonly ConsoleChunk[] } {
  const console = findConsole(state, id)
  const client = console?.clients.find((each) => each.hostPid === hostPid)
  if (console === null || client === undefined || client.chunks.length === 0) return { state, chunks: [] }
  const clients = console.clients.map((each) => (each === client ? { ...client, chunks: [] } : each))
  return { state: replaceStream(state, { ...console, clients }), chunks: client.chunks }
}

/** No more input comes: the reader meets the end of file. */
export function closeInput(state: EngineState, id: number): EngineState {
  const console = findConsole(state, id)
  return console === null ? state : replaceStream(state, { ...console, open: false })
}

/** Takes what the host's screen showed since the last time. */
export function takeScreen(state: EngineState, id: number): { readonly state: EngineState; readonly text: string } {
  const console = findConsole(state, id)
  if (console === null || console.screen === '') return { state, text: '' }
  return { state: replaceStream(state, { ...console, screen: '' }), text: console.screen }
}

const signalKeys: Readonly<Record<string, { readonly signal: Signal; readonly shown: string }>> = {
  '\u0003': { signal: 'INT', shown: '^C' },
  '\u001a': { signal: 'TSTP', shown: '^Z' },
  '\u001c': { signal: 'QUIT', shown: '^\\' },
}

/** Shows `^C`; the line typed so far is dropped; the foreground group gets the signal. */
function pressSignalKey(
  state: EngineState,
  console: Console,
  terminal: Terminal,
  key: string,
  hooks: EngineHooks,
): EngineState {
  const { signal, shown: sign } = signalKeys[key] ?? { signal: 'INT', shown: '^C' }
  const dropped = replaceStream(state, { ...console, terminal: { ...terminal, line: '' }, input: [] })
  const current = findConsole(dropped, console.id)
  const shown = current === null || !terminal.echo ? dropped : writeConsole(dropped, current, 1, sign, hooks)
  return deliverToGroup(shown, console.space, terminal.foreground, signal)
}

function enter(console: Console, terminal: Terminal, text: string): Console {
  return { ...console, terminal: { ...terminal, line: '' }, input: [...console.input, text] }
}

/** Types one key into a terminal in its normal (canonical) mode, as n_tty of Linux treats it. */
function pressKey(
  state: EngineState,
  console: Console,
  terminal: Terminal,
  key: string,
  hooks: EngineHooks,
): EngineState {
  if (key in signalKeys) return pressSignalKey(state, console, terminal, key, hooks)
  if (key === '\u0004') return replaceStream(state, enter(console, terminal, terminal.line))
  if (key === '\u007f')
    return replaceStream(state, { ...console, terminal: { ...terminal, line: terminal.line.slice(0, -1) } })
  if (key === '\u0015') return replaceStream(state, { ...console, terminal: { ...terminal, line: '' } })
  const text = key === '\r' ? '\n' : key
  const line = (terminal.line + text).slice(0, lineCapacity)
  const typed = text.endsWith('\n') ? enter(console, terminal, line) : { ...console, terminal: { ...terminal, line } }
  return terminal.echo ? writeConsole(state, typed, 1, text, hooks) : replaceStream(state, typed)
}

/** Splits typed text into control keys, whole lines and the rest, so that a long paste is a few steps. */
function keysOf(text: string): readonly string[] {
  return text.match(/[\u0003\u0004\u0015\u001a\u001c\u007f\r\n]|[^\u0003\u0004\u0015\u001a\u001c\u007f\r\n]+\n?/g) ?? []
}

/** Input arrives at a console: typed keys at a terminal, bytes at a plain stream. */
export function typeInto(state: EngineState, id: number, text: string, hooks: EngineHooks): EngineState {
  const console = findConsole(state, id)
  if (console === null || text === '' || !console.open) return state
  if (console.terminal === null || console.terminal.raw)
    return replaceStream(state, { ...console, input: [...console.input, text] })
  let current = state
  for (const key of keysOf(text)) {
    const now = findConsole(current, id)
    if (now === null || now.terminal === null) return current
    current = pressKey(current, now, now.terminal, key, hooks)
  }
  return current
}
