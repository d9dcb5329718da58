import { listItems } from '@/engine/append-list'
import { assertNever } from '@/engine/assert-never'
import { logChunk } from '@/engine/commands/logs'
import { runDocker } from '@/engine/docker'
import { contentToText, textToContent } from '@/engine/files/opaque-text'
import type { Content } from '@/engine/files/view'
import type { Attachment, OutputChunk } from '@/engine/io'
import { closeInput, consoleOf, followConsole, leaveConsole, takeChunks, typeInto } from '@/engine/kernel/console'
import { signalProcess } from '@/engine/kernel/deliver'
import type { Outcome, Program, System } from '@/engine/kernel/program'
import type { ConsoleChunk } from '@/engine/kernel/stream'
import { findConsole } from '@/engine/kernel/streams'
import { ENGINE_HOOKS } from '@/engine/machine'
import { columnsOf } from '../columns'
import { readsInput } from './docker-input'

/** A docker client as it waits. */
type ClientMemory =
  | { readonly stage: 'start'; readonly argv: readonly string[]; readonly input: string }
  | {
      readonly stage: 'attached'
      readonly attachment: AttachmentData
      readonly argv: readonly string[]
      readonly console: number
      readonly input: 'open' | 'closed'
      readonly answers: readonly string[]
      readonly held: string
    }
  | {
      readonly stage: 'write'
      readonly chunks: readonly Chunk[]
      readonly next: ClientMemory | null
      readonly status: number
    }

type Chunk = { readonly descriptor: 1 | 2; readonly text: string; readonly content?: Plain<Content> }
type Plain<T> = T extends readonly (infer Item)[]
  ? readonly Plain<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Plain<T[Key]> }
    : T
type AttachmentData = Plain<Attachment>
type Attached = Extract<ClientMemory, { stage: 'attached' }>

/** How often a client that polls looks again, in milliseconds. */
const pollMs = 100

function waiting(memory: ClientMemory, wait: Extract<Outcome, { kind: 'wait' }>['wait']): Outcome {
  return { kind: 'wait', memory, wait }
}

/** Standard input whole: a redirected file as it is, a pipe as text; null while more may come. */
function wholeInput(memory: Extract<ClientMemory, { stage: 'start' }>, system: System): Content | string {
  const descriptor = system.descriptor(0)
  if (descriptor?.kind === 'file') {
    const content = system.files.read(descriptor.path)
    if (content.ok) return content.value
  }
  let text = memory.input
  for (;;) {
    const result = system.read(0)
    if (result.kind === 'block') return text
    if (result.kind !== 'data') return textToContent(text)
    text += result.text
  }
}

function call(argv: readonly string[], stdin: Content | null, system: System) {
  const { process } = system
  const result = runDocker(
    system.state(),
    {
      argv,
      environment: process.environment,
      directory: process.directory,
      user: process.user,
      userGroup: process.userGroup,
      terminal: { stdin: system.isTerminal(0), stdout: system.isTerminal(1), stderr: system.isTerminal(2) },
      columns: columnsOf(system),
      stdin,
    },
    system.io,
  )
  system.replaceState(result.state)
  return result
}

/** Writes in order; what a slow reader does not take yet is kept. */
function writeThen(chunks: readonly OutputChunk[], next: ClientMemory | null, status: number, system: System): Outcome {
  let left: readonly Chunk[] = chunks.map(({ descriptor, text, content }) => ({
    descriptor,
    text: content === undefined ? text : contentToText(content),
  }))
  while (left.length > 0) {
    const [first, ...rest] = left
    if (first === undefined) break
    if (first.content !== undefined) {
      const target = system.descriptor(first.descriptor)
      if (target?.kind === 'file') system.files.write(target.path, first.content)
      left = rest
      continue
    }
    const result = system.write(first.descriptor, first.text)
    if (result === 'block')
      return waiting({ stage: 'write', chunks: left, next, status }, { on: 'write', descriptor: first.descriptor })
    if (result === 'broken') return { kind: 'exit', status: 1 }
    left = rest
  }
  return next === null ? { kind: 'exit', status } : waiting(next, { on: 'ready' })
}

function start(memory: Extract<ClientMemory, { stage: 'start' }>, system: System): Outcome {
  let stdin: Content | null = null
  if (readsInput(memory.argv) && !system.isTerminal(0)) {
    const input = wholeInput(memory, system)
    if (typeof input === 'string') return waiting({ ...memory, input }, { on: 'read', descriptor: 0 })
    stdin = input
  }
  const result = call(memory.argv, stdin, system)
  const { attachment } = result
  if (attachment === null) return writeThen(result.output, null, result.exitCode ?? 0, system)
  const { memory: next, output } = attach(attachment, memory.argv, system)
  return writeThen([...result.output, ...output], next, 0, system)
}

/** Begins to follow: joins the console, puts the own terminal into raw mode, takes over signals. */
function attach(
  attachment: Attachment,
  argv: readonly string[],
  system: System,
): { readonly memory: ClientMemory; readonly output: readonly OutputChunk[] } {
  const base = {
    stage: 'attached' as const,
    attachment,
    argv,
    console: 0,
    input: 'open' as const,
    answers: [],
    held: '',
  }
  if (isQuestion(attachment) && system.state().profile.client !== '20.10') system.setDisposition('INT', 'handle')
  if (attachment.kind === 'confirm') return { memory: base, output: [{ descriptor: 1, text: attachment.prompt }] }
  if (attachment.kind === 'ask') return { memory: base, output: askNext(base, attachment, system) }
  if (attachment.kind !== 'process') return { memory: base, output: [] }
  const console = consoleOf(system.state(), attachment.hostPid)
  if (console === null) return { memory: base, output: [] }
  system.replaceState(followConsole(system.state(), console.id, system.process.hostPid))
  const isRaw = attachment.terminal && attachment.stdin && system.isTerminal(0)
  if (isRaw) system.setTerminal({ raw: true })
  else if (attachment.signalProxy && attachment.source !== 'exec')
    for (const signal of ['INT', 'TERM', 'HUP', 'QUIT', 'TSTP'] as const) system.setDisposition(signal, 'handle')
  return { memory: { ...base, console: console.id, input: attachment.stdin ? 'open' : 'closed' }, output: [] }
}

function leave(memory: Attached, system: System): void {
  system.replaceState(leaveConsole(system.state(), memory.console, system.process.hostPid))
  if (system.isTerminal(0)) system.setTerminal({ raw: false, echo: true })
}

const detachSequence = '\u0010\u0011'

function detach(memory: Attached, source: 'run' | 'start' | 'attach' | 'exec', system: System): Outcome {
  leave(memory, system)
  const isSilent = source === 'run' || source === 'start'
  return isSilent
    ? { kind: 'exit', status: 0 }
    : writeThen([{ descriptor: 2, text: 'read escape sequence\n' }], null, 1, system)
}

/** Passes typed text on. Returns the memory, or null for the detach keys. A lone Ctrl+P is held back until the next key. */
function forwardInput(memory: Attached, isRaw: boolean, system: System): Attached | null {
  if (memory.input === 'closed') return memory
  const result = system.read(0)
  if (result.kind === 'block') return memory
  if (result.kind !== 'data') {
    system.replaceState(closeInput(system.state(), memory.console))
    return { ...memory, input: 'closed' }
  }
  const text = memory.held + result.text
  const at = isRaw ? text.indexOf(detachSequence) : -1
  if (at >= 0) return null
  const held = isRaw && text.endsWith('\u0010') ? '\u0010' : ''
  const typed = held === '' ? text : text.slice(0, -1)
  system.replaceState(typeInto(system.state(), memory.console, typed, ENGINE_HOOKS))
  return { ...memory, held }
}

function ownChunks(
  chunks: readonly ConsoleChunk[],
  attachment: Extract<AttachmentData, { kind: 'process' }>,
): readonly ConsoleChunk[] {
  return chunks.filter((chunk) =>
    chunk.descriptor === 1 ? attachment.stdout : attachment.stderr || attachment.terminal,
  )
}

function followProcess(
  memory: Attached,
  attachment: Extract<AttachmentData, { kind: 'process' }>,
  system: System,
): Outcome {
  for (let signal = system.takeSignal(); signal !== null; signal = system.takeSignal())
    system.replaceState(signalProcess(system.state(), attachment.hostPid, signal))
  const isRaw = attachment.terminal && attachment.stdin && system.isTerminal(0)
  const next = forwardInput(memory, isRaw, system)
  if (next === null) return detach(memory, attachment.source, system)
  const taken = takeChunks(system.state(), memory.console, system.process.hostPid)
  system.replaceState(taken.state)
  if (taken.chunks.length > 0) return writeThen(ownChunks(taken.chunks, attachment), next, 0, system)
  const console = findConsole(system.state(), memory.console)
  if (console !== null && console.status === null) {
    return waiting(next, { on: 'attachment', console: memory.console, input: next.input === 'open' ? 0 : null })
  }
  leave(next, system)
  return { kind: 'exit', status: console?.status?.code ?? exitCodeOf(attachment.containerId, system) }
}

function exitCodeOf(containerId: string, system: System): number {
  return system.state().containers.find((container) => container.id === containerId)?.state.exitCode ?? 0
}

function poll(memory: ClientMemory, system: System): Outcome {
  return waiting(memory, { on: 'attachment', console: null, input: null, until: system.now() + pollMs })
}

function isAlive(containerId: string, system: System): boolean {
  const status = system.state().containers.find((container) => container.id === containerId)?.state.status
  return status === 'running' || status === 'paused' || status === 'restarting'
}

function followLogs(memory: Attached, attachment: Extract<AttachmentData, { kind: 'logs' }>, system: System): Outcome {
  const container = system.state().containers.find((each) => each.id === attachment.containerId)
  const entries = container === undefined ? [] : listItems(container.log).slice(attachment.position)
  const next: ClientMemory = {
    ...memory,
    attachment: { ...attachment, position: attachment.position + entries.length },
  }
  if (entries.length > 0)
    return writeThen(
      entries.map((entry) => logChunk(entry, attachment.timestamps)),
      next,
      0,
      system,
    )
  return isAlive(attachment.containerId, system) ? poll(memory, system) : { kind: 'exit', status: 0 }
}

function waitForEnds(memory: Attached, attachment: Extract<AttachmentData, { kind: 'wait' }>, system: System): Outcome {
  const codes = attachment.containers.map(
    (id, index) => memory.answers[index] ?? (isAlive(id, system) ? '' : String(exitCodeOf(id, system))),
  )
  if (codes.includes('')) return poll(memory, system)
  const { errors } = attachment
  const pieces = [
    { descriptor: 1, text: codes.map((code) => `${code}\n`).join('') },
    { descriptor: 2, text: errors },
  ] as const
  return writeThen(pieces, null, errors === '' ? 0 : 1, system)
}

function readLine(system: System): string | null | 'end' {
  const result = system.read(0)
  if (result.kind === 'block') return null
  return result.kind === 'data' ? result.text.replace(/\n$/, '') : 'end'
}

function confirm(memory: Attached, attachment: Extract<AttachmentData, { kind: 'confirm' }>, system: System): Outcome {
  const line = readLine(system)
  if (line === null) return waiting(memory, { on: 'read', descriptor: 0 })
  if (/^y(?:es)?$/i.test(line.trim())) return start({ stage: 'start', argv: attachment.argv, input: '' }, system)
  const is20 = system.state().profile.client === '20.10'
  return writeThen(is20 ? [{ descriptor: 1, text: 'Total reclaimed space: 0B\n' }] : [], null, 0, system)
}

function askNext(
  memory: Attached,
  attachment: Extract<AttachmentData, { kind: 'ask' }>,
  system: System,
): readonly OutputChunk[] {
  const field = attachment.fields[memory.answers.length]
  system.setTerminal({ echo: field?.hidden !== true })
  return field === undefined ? [] : [{ descriptor: 1, text: field.prompt }]
}

function ask(memory: Attached, attachment: Extract<AttachmentData, { kind: 'ask' }>, system: System): Outcome {
  const line = readLine(system)
  if (line === null) return waiting(memory, { on: 'read', descriptor: 0 })
  const hidden = attachment.fields[memory.answers.length]?.hidden === true
  const next: Attached = { ...memory, answers: [...memory.answers, line === 'end' ? '' : line] }
  const newline: readonly OutputChunk[] = hidden ? [{ descriptor: 1, text: '\n' }] : []
  const prompt = askNext(next, attachment, system)
  if (prompt.length > 0) return writeThen([...newline, ...prompt], next, 0, system)
  const result = call(attachment.argv, { kind: 'text', text: next.answers.join('\n') }, system)
  return writeThen([...newline, ...result.output], null, result.exitCode ?? 0, system)
}

/** Commands that show the same thing again and again: run once a second. */
function repeat(
  memory: Attached,
  attachment: Extract<AttachmentData, { kind: 'stats' | 'events' }>,
  system: System,
): Outcome {
  const result = call(attachment.argv, null, system)
  if (result.attachment === null) return writeThen(result.output, null, result.exitCode ?? 0, system)
  const next: ClientMemory = { ...memory, attachment: result.attachment }
  if (result.output.length > 0) for (const chunk of result.output) system.write(chunk.descriptor, chunk.text)
  return waiting(next, { on: 'attachment', console: null, input: null, until: system.now() + 1000 })
}

/** Since 23 the client takes Ctrl+C at its own question for an answer, and ends well. */
const isQuestion = ({ kind }: AttachmentData): boolean => kind === 'confirm' || kind === 'ask'

function follow(memory: Attached, system: System): Outcome {
  const { attachment } = memory
  if (isQuestion(attachment) && system.takeSignal() !== null) return { kind: 'exit', status: 0 }
  switch (attachment.kind) {
    case 'process':
      return followProcess(memory, attachment, system)
    case 'logs':
      return followLogs(memory, attachment, system)
    case 'wait':
      return waitForEnds(memory, attachment, system)
    case 'confirm':
      return confirm(memory, attachment, system)
    case 'ask':
      return ask(memory, attachment, system)
    case 'stats':
    case 'events':
      return repeat(memory, attachment, system)
    default:
      return assertNever(attachment)
  }
}

/** The docker client: a door to the engine that stays while it is attached to something. */
export const docker: Program = {
  name: 'docker',
  begin: (argv): ClientMemory => ({ stage: 'start', argv: argv.slice(1), input: '' }),
  step(memory: ClientMemory, system: System): Outcome {
    switch (memory.stage) {
      case 'start':
        return start(memory, system)
      case 'attached':
        return follow(memory, system)
      case 'write':
        return writeThen(memory.chunks, memory.next, memory.status, system)
      default:
        return assertNever(memory)
    }
  },
}
