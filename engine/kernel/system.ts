import { textToContent } from '../files/opaque-text'
import type { FileView } from '../files/view'
import type { Io } from '../io'
import type { EngineState, Transaction } from '../state'
import { deliver } from './deliver'
import type { EngineHooks } from './hooks'
import type { Descriptor, Disposition, Process, StreamDescriptor } from './process'
import { findInSpace, findProcess, processesIn, removeProcess, replaceProcess, withKernel } from './processes'
import type { ReadResult, SpawnRequest, SpawnResult, System } from './program'
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
  const children = processesIn(transaction.state, process.space).filter(
    (each) => each.parent === process.pid && (pid === 'any' || each.pid === pid),
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
class ProcessSystem implements System {
  readonly io: Io
  private readonly transaction: Transaction
  private readonly started: Process
  private readonly hooks: EngineHooks
  private view: FileView | null = null

  constructor(transaction: Transaction, process: Process, io: Io, hooks: EngineHooks) {
    this.transaction = transaction
    this.started = process
    this.io = io
    this.hooks = hooks
  }

  get process(): Process {
    return current(this.transaction, this.started)
  }

  get files(): FileView {
    this.view ??= this.hooks.files(this.transaction, this.started.space, this.started.user)
    return this.view
  }

  now(): number {
    return this.transaction.state.clock
  }

  readClock(): number {
    const { state } = this.transaction
    this.transaction.state = withKernel(state, { clockReads: state.kernel.clockReads + 1 })
    return state.clock
  }

  path(relative: string): string {
    return absolutePath(this.process.directory, relative)
  }

  descriptor(number: number): Descriptor | null {
    return this.process.descriptors[number] ?? null
  }

  setDescriptor(number: number, to: Descriptor | null): void {
    const descriptors = { ...this.process.descriptors }
    if (to === null) delete descriptors[number]
    else descriptors[number] = to
    change(this.transaction, this.started, { descriptors })
  }

  read(number: number, maxLength = readMax): ReadResult {
    const descriptor = this.descriptor(number)
    if (descriptor === null || descriptor.kind === 'listener') return { kind: 'error', error: 'EINVAL' }
    if (descriptor.kind === 'null') return { kind: 'end' }
    if (descriptor.kind === 'stream') {
      const { state, result } = readStream(this.transaction.state, descriptor.stream, maxLength)
      this.transaction.state = state
      return result
    }
    return this.readText(number, descriptor, maxLength)
  }

  private readText(
    number: number,
    descriptor: Extract<Descriptor, { kind: 'file' | 'text' }>,
    maxLength: number,
  ): ReadResult {
    const content = descriptor.kind === 'file' ? this.files.read(descriptor.path) : null
    if (content !== null && !content.ok) return { kind: 'error', error: content.error }
    const whole =
      descriptor.kind === 'text' ? descriptor.text : content?.value.kind === 'text' ? content.value.text : ''
    const text = whole.slice(descriptor.offset, descriptor.offset + maxLength)
    if (text === '') return { kind: 'end' }
    this.setDescriptor(number, { ...descriptor, offset: descriptor.offset + text.length })
    return { kind: 'data', text }
  }

  write(number: number, text: string): 'ok' | 'block' | 'broken' | 'error' {
    const descriptor = this.descriptor(number)
    if (descriptor === null) return 'error'
    if (descriptor.kind === 'null' || text === '') return 'ok'
    if (descriptor.kind === 'text' || descriptor.kind === 'listener') return 'error'
    if (descriptor.kind === 'file') return appendTo(this.files, descriptor.path, text) ? 'ok' : 'error'
    const { transaction, started, hooks } = this
    const { state, result } = writeStream(transaction.state, descriptor, text, hooks)
    transaction.state = result === 'broken' ? deliver(state, started.hostPid, 'PIPE', 'inside') : state
    return result
  }

  pipe(): { readonly read: StreamDescriptor; readonly write: StreamDescriptor } {
    const { state, stream } = addStream(this.transaction.state, (id) => ({ kind: 'pipe' as const, id, buffer: '' }))
    this.transaction.state = state
    const end = (side: 'in' | 'out'): StreamDescriptor => ({ kind: 'stream', stream: stream.id, end: side })
    return { read: end('in'), write: end('out') }
  }

  isTerminal(number: number): boolean {
    const descriptor = this.descriptor(number)
    return (
      descriptor?.kind === 'stream' &&
      (findConsole(this.transaction.state, descriptor.stream)?.terminal ?? null) !== null
    )
  }

  open(path: string, mode: 'read' | 'write' | 'append'): ReturnType<System['open']> {
    const { directory, descriptors } = this.process
    return open(this.files, absolutePath(directory, path), mode, (number) => descriptors[number] ?? null)
  }

  lookUp(name: string, searchPath?: string): ReturnType<System['lookUp']> {
    const { environment, directory } = this.process
    return lookUpExecutable(this.files, name, searchPath ?? environment.PATH ?? defaultSearchPath, directory)
  }

  spawn(request: SpawnRequest): SpawnResult {
    const { state, result } = spawnChild(this.transaction.state, this.process, request, this.files, this.io)
    this.transaction.state = state
    return result
  }

  waitChild(pid: number | 'any'): ReturnType<System['waitChild']> {
    return waitChild(this.transaction, this.started, pid)
  }

  kill(pid: number, signal: Signal | 0): ReturnType<System['kill']> {
    return kill(this.transaction, this.process, pid, signal)
  }

  setDisposition(signal: Signal, disposition: Disposition | 'default'): void {
    const { [signal]: _, ...others } = this.process.dispositions
    change(this.transaction, this.started, {
      dispositions: disposition === 'default' ? others : { ...others, [signal]: disposition },
    })
  }

  takeSignal(): Signal | null {
    const { pending } = this.process
    const [first] = pending
    if (first === undefined) return null
    change(this.transaction, this.started, { pending: pending.slice(1) })
    return first
  }

  setForeground(group: number): void {
    setTerminal(this.transaction, this.started, { foreground: group })
  }

  setTerminal(mode: { readonly raw?: boolean; readonly echo?: boolean }): void {
    setTerminal(this.transaction, this.started, mode)
  }

  setDirectory(directory: string): void {
    change(this.transaction, this.started, { directory })
  }

  setArgv(argv: readonly string[]): void {
    change(this.transaction, this.started, { argv })
  }

  processes(): readonly Process[] {
    return processesIn(this.transaction.state, this.started.space)
  }

  state(): EngineState {
    return this.transaction.state
  }

  replaceState(state: EngineState): void {
    this.transaction.state = state
  }
}

/** The system calls of one process, for one slice. */
export function makeSystem(transaction: Transaction, process: Process, io: Io, hooks: EngineHooks): System {
  return new ProcessSystem(transaction, process, io, hooks)
}

/** Whether a write to that descriptor would not block now. */
export function canWrite(state: EngineState, process: Process, number: number): boolean {
  const descriptor = process.descriptors[number]
  return descriptor?.kind !== 'stream' || isWritable(state, descriptor.stream)
}
