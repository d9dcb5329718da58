import { textToContent } from '../files/opaque-text'
import type { Io } from '../io'
import type { EngineState, Transaction } from '../state'
import { deliver, deliverToGroup } from './deliver'
import type { EngineHooks } from './hooks'
import type { Descriptor, Process, StreamDescriptor } from './process'
import { findInSpace, findProcess, processesIn, removeProcess, replaceProcess } from './processes'
import type { ReadResult, SpawnResult, System } from './program'
import { absolutePath, defaultSearchPath, lookUpExecutable } from './resolve'
import type { Signal } from './signal'
import { spawnChild } from './spawn'
import { addStream, findConsole, isWritable, readStream, replaceStream, writeStream } from './streams'

const readMax = 65_536

/** The process as it is now: its slice may have changed it. */
function current(transaction: Transaction, process: Process): Process {
  return findProcess(transaction.state, process.hostPid) ?? process
}

function change(transaction: Transaction, process: Process, changes: Partial<Process>): void {
  transaction.state = replaceProcess(transaction.state, { ...current(transaction, process), ...changes })
}

function waitChild(transaction: Transaction, process: Process, pid: number | 'any') {
  const children = transaction.state.kernel.processes.filter(
    (each) => each.space === process.space && each.parent === process.pid && (pid === 'any' || each.pid === pid),
  )
  if (children.length === 0) return 'none'
  const ended = children.find((child) => child.status !== null)
  if (ended === undefined || ended.status === null) return null
  transaction.state = removeProcess(transaction.state, ended.hostPid)
  return { pid: ended.pid, status: ended.status }
}

function targetsOf(state: EngineState, process: Process, pid: number): readonly Process[] {
  if (pid > 0) return [findInSpace(state, process.space, pid)].flatMap((each) => each ?? [])
  const others = processesIn(state, process.space)
  if (pid === -1) return others.filter((each) => each.pid !== 1 && each.pid !== process.pid)
  const group = pid === 0 ? process.group : -pid
  return others.filter((each) => each.group === group)
}

function kill(
  transaction: Transaction,
  process: Process,
  pid: number,
  signal: Signal | 0,
): 'ok' | 'no-such-process' | 'not-permitted' {
  const targets = targetsOf(transaction.state, process, pid)
  if (targets.length === 0) return 'no-such-process'
  const allowed = targets.filter((target) => process.user === 'root' || process.user === target.user)
  if (allowed.length === 0) return 'not-permitted'
  if (signal !== 0)
    for (const target of allowed) transaction.state = deliver(transaction.state, target.hostPid, signal, 'inside')
  return 'ok'
}

/** Appends text; binary data that came through a pipe becomes the file's content. */
function appendTo(files: System['files'], path: string, text: string): boolean {
  const content = textToContent(text)
  return files.write(path, content, { append: content.kind === 'text' }).ok
}

/** The system calls that concern descriptors and their streams. */
function streamCalls(transaction: Transaction, process: Process, hooks: EngineHooks, files: System['files']) {
  const held = (number: number): Descriptor | null => current(transaction, process).descriptors[number] ?? null
  const setDescriptor = (number: number, to: Descriptor | null): void => {
    const { [number]: _, ...others } = current(transaction, process).descriptors
    change(transaction, process, { descriptors: to === null ? others : { ...others, [number]: to } })
  }
  const readFile = (
    number: number,
    descriptor: Extract<Descriptor, { kind: 'file' }>,
    maxLength: number,
  ): ReadResult => {
    const content = files.read(descriptor.path)
    if (!content.ok) return { kind: 'error', error: content.error }
    const text =
      content.value.kind === 'text' ? content.value.text.slice(descriptor.offset, descriptor.offset + maxLength) : ''
    if (text === '') return { kind: 'end' }
    setDescriptor(number, { ...descriptor, offset: descriptor.offset + text.length })
    return { kind: 'data', text }
  }
  const readText = (
    number: number,
    descriptor: Extract<Descriptor, { kind: 'text' }>,
    maxLength: number,
  ): ReadResult => {
    const text = descriptor.text.slice(descriptor.offset, descriptor.offset + maxLength)
    if (text === '') return { kind: 'end' }
    setDescriptor(number, { ...descriptor, offset: descriptor.offset + text.length })
    return { kind: 'data', text }
  }
  return {
    descriptor: held,
    setDescriptor,
    read(number: number, maxLength = readMax): ReadResult {
      const descriptor = held(number)
      if (descriptor === null || descriptor.kind === 'listener') return { kind: 'error', error: 'EINVAL' }
      if (descriptor.kind === 'null') return { kind: 'end' }
      if (descriptor.kind === 'file') return readFile(number, descriptor, maxLength)
      if (descriptor.kind === 'text') return readText(number, descriptor, maxLength)
      const { state, result } = readStream(transaction.state, descriptor.stream, maxLength)
      transaction.state = state
      return result
    },
    write(number: number, text: string): 'ok' | 'block' | 'broken' | 'error' {
      const descriptor = held(number)
      if (descriptor === null) return 'error'
      if (descriptor.kind === 'null' || text === '') return 'ok'
      if (descriptor.kind === 'text' || descriptor.kind === 'listener') return 'error'
      if (descriptor.kind === 'file') return appendTo(files, descriptor.path, text) ? 'ok' : 'error'
      const { state, result } = writeStream(transaction.state, descriptor, text, hooks)
      transaction.state = result === 'broken' ? deliver(state, process.hostPid, 'PIPE', 'inside') : state
      return result
    },
    pipe() {
      const { state, stream } = addStream(transaction.state, (id) => ({ kind: 'pipe' as const, id, buffer: '' }))
      transaction.state = state
      const end = (side: 'in' | 'out'): StreamDescriptor => ({ kind: 'stream', stream: stream.id, end: side })
      return { read: end('in'), write: end('out') }
    },
    isTerminal(number: number): boolean {
      const descriptor = held(number)
      return (
        descriptor?.kind === 'stream' && (findConsole(transaction.state, descriptor.stream)?.terminal ?? null) !== null
      )
    },
  }
}

function setTerminal(
  transaction: Transaction,
  process: Process,
  mode: { readonly raw?: boolean; readonly echo?: boolean; readonly foreground?: number },
): void {
  const { terminal } = current(transaction, process)
  const console = terminal === null ? null : findConsole(transaction.state, terminal)
  if (console === null || console.terminal === null) return
  transaction.state = replaceStream(transaction.state, { ...console, terminal: { ...console.terminal, ...mode } })
}

/** Opens a file the way open(2) does for `<`, `>` and `>>`. */
function open(
  files: System['files'],
  path: string,
  mode: 'read' | 'write' | 'append',
  descriptor: (number: number) => Descriptor | null,
): ReturnType<System['open']> {
  const device = openDevice(path, descriptor)
  if (device !== null) return { ok: true, descriptor: device }
  const stat = files.stat(path)
  if (mode === 'read') {
    if (!stat.ok) return stat
    return { ok: true, descriptor: { kind: 'file', path, offset: 0, mode: 'read' } }
  }
  if (stat.ok && stat.value.type === 'directory') return { ok: false, error: 'EISDIR' }
  if (!stat.ok || mode === 'write') {
    const made = files.write(path, { kind: 'text', text: '' })
    if (!made.ok) return made
  }
  return { ok: true, descriptor: { kind: 'file', path, offset: 0, mode: 'write' } }
}

/** /dev/null, and the names of the process' own descriptors. */
function openDevice(path: string, descriptor: (number: number) => Descriptor | null): Descriptor | null {
  if (path === '/dev/null') return { kind: 'null' }
  const number = ['/dev/stdin', '/dev/stdout', '/dev/stderr'].indexOf(path)
  return number < 0 ? null : descriptor(number)
}

/** The system calls of one process for one slice; what they do replaces `transaction.state`. */
export function makeSystem(transaction: Transaction, process: Process, io: Io, hooks: EngineHooks): System {
  const files = hooks.files(transaction, process.space, process.user)
  return {
    get process() {
      return current(transaction, process)
    },
    io,
    now: () => transaction.state.clock,
    files,
    path: (relative) => absolutePath(current(transaction, process).directory, relative),
    ...streamCalls(transaction, process, hooks, files),
    open: (path, mode) =>
      open(
        files,
        absolutePath(current(transaction, process).directory, path),
        mode,
        (number) => current(transaction, process).descriptors[number] ?? null,
      ),
    lookUp(name, searchPath) {
      const now = current(transaction, process)
      return lookUpExecutable(files, name, searchPath ?? now.environment.PATH ?? defaultSearchPath, now.directory)
    },
    spawn(request): SpawnResult {
      const { state, result } = spawnChild(transaction.state, current(transaction, process), request, files, io)
      transaction.state = state
      return result
    },
    waitChild: (pid) => waitChild(transaction, process, pid),
    kill: (pid, signal) => kill(transaction, current(transaction, process), pid, signal),
    setDisposition(signal, disposition) {
      const { [signal]: _, ...others } = current(transaction, process).dispositions
      change(transaction, process, {
        dispositions: disposition === 'default' ? others : { ...others, [signal]: disposition },
      })
    },
    takeSignal() {
      const [first, ...pending] = current(transaction, process).pending
      if (first === undefined) return null
      change(transaction, process, { pending })
      return first
    },
    setForeground: (group) => setTerminal(transaction, process, { foreground: group }),
    setTerminal: (mode) => setTerminal(transaction, process, mode),
    setDirectory: (directory) => change(transaction, process, { directory }),
    setArgv: (argv) => change(transaction, process, { argv }),
    processes: () => processesIn(transaction.state, process.space),
    state: () => transaction.state,
    replaceState(state) {
      transaction.state = state
    },
  }
}

/** Whether a write to that descriptor would not block now. */
export function canWrite(state: EngineState, process: Process, number: number): boolean {
  const descriptor = process.descriptors[number]
  return descriptor?.kind !== 'stream' || isWritable(state, descriptor.stream)
}

/** Interrupts the foreground of a terminal from outside, as closing the window does. */
export function hangUp(state: EngineState, console: number): EngineState {
  const found = findConsole(state, console)
  return found?.terminal ? deliverToGroup(state, found.space, found.terminal.foreground, 'HUP') : state
}
