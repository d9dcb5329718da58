import { contentToText } from '@/engine/files/opaque-text'
import type { Json } from '@/engine/json'
import type { Program, System } from '@/engine/kernel/program'
import { fileErrorText } from '../file-error'
import { defineProgram, type Turn } from './define'

/** What a filter does with one line, or with the end of its input. */
export interface LineResult<State extends Json> {
  readonly state: State
  readonly output?: string
  readonly error?: string
  /** It has seen enough: ends with this status without reading on. */
  readonly stop?: number
}

/** How a filter was called: its state, the files it reads (`-` is standard input; none means the same), or a refusal. */
export type FilterStart<State extends Json> =
  | {
      readonly ok: true
      readonly state: State
      readonly files: readonly string[]
      readonly output?: string
      readonly error?: string
    }
  | { readonly ok: false; readonly status: number; readonly error?: string; readonly output?: string }

export interface LineFilter<State extends Json> {
  readonly start: (
    args: readonly string[],
    call: { readonly isBusybox: boolean; readonly name: string; readonly system: System },
  ) => FilterStart<State>
  /** `line` comes with its line feed, if it has one. `file` is the name it came from. */
  readonly line: (state: State, line: string, file: string, system: System) => LineResult<State>
  readonly end: (
    state: State,
    failed: boolean,
    system: System,
  ) => { readonly output?: string; readonly error?: string; readonly status: number }
  /** Whether files that cannot be read are passed over in silence (`cmp -s`). */
  readonly isSilent?: (state: State) => boolean
  /** Called when a file ends; not for what could not be read. */
  readonly close?: (state: State) => LineResult<State>
  /** Called when a file begins (head's `==> name <==`). */
  readonly begin?: (state: State, file: string) => LineResult<State>
}

type FilterMemory<State extends Json> = {
  readonly argv: readonly string[]
  readonly state: State | null
  readonly files: readonly string[]
  /** The file that is read now, and how much of it; null before the first. */
  readonly current: string | null
  readonly partial: string
  readonly failed: boolean
}

type Opened = { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: string }

/** The text of a file; binary data as the marked text that pipes pass on. */
export function readText(system: System, name: string): Opened {
  const content = system.files.read(system.path(name))
  if (!content.ok) return { ok: false, reason: fileErrorText(content.error) }
  return { ok: true, text: contentToText(content.value) }
}

function splitLines(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? []
}

function feed<State extends Json>(
  filter: LineFilter<State>,
  state: State,
  lines: readonly string[],
  file: string,
  system: System,
): LineResult<State> {
  let current = state
  let output = ''
  let error = ''
  for (const line of lines) {
    const result = filter.line(current, line, file, system)
    current = result.state
    output += result.output ?? ''
    error += result.error ?? ''
    if (result.stop !== undefined) return { state: current, output, error, stop: result.stop }
  }
  return { state: current, output, error }
}

function failure(name: string, file: string, reason: string, isBusybox: boolean): string {
  if (isBusybox)
    return reason === 'Is a directory' && name === 'cat'
      ? `cat: read error: ${reason}\n`
      : ['cat', 'tail', 'uniq', 'md5sum', 'sha1sum', 'sha256sum'].includes(name)
        ? `${name}: can't open '${file}': ${reason}\n`
        : `${name}: ${file}: ${reason}\n`
  if (name === 'head' || name === 'tail')
    return reason === 'Is a directory'
      ? `${name}: error reading '${file}': ${reason}\n`
      : `${name}: cannot open '${file}' for reading: ${reason}\n`
  if (name === 'sort')
    return reason === 'Is a directory'
      ? `sort: read failed: ${file}: ${reason}\n`
      : `sort: cannot read: ${file}: ${reason}\n`
  if (name === 'tac') return `tac: failed to open '${file}' for reading: ${reason}\n`
  if (name === 'rev') return `rev: cannot open ${file}: ${reason}\n`
  if (name === 'awk') return `awk: cannot open ${file} (${reason})\n`
  return name === 'sed' ? `sed: can't read ${file}: ${reason}\n` : `${name}: ${file}: ${reason}\n`
}

function readFile<State extends Json>(
  filter: LineFilter<State>,
  memory: FilterMemory<State>,
  state: State,
  file: string,
  name: string,
  system: System,
): Turn<FilterMemory<State>> {
  const isBusybox = system.process.flavour === 'busybox'
  const rest = memory.files.slice(1)
  const stat = system.files.stat(system.path(file))
  const opened: Opened =
    stat.ok && stat.value.type === 'directory' ? { ok: false, reason: 'Is a directory' } : readText(system, file)
  if (!opened.ok)
    return {
      memory: { ...memory, files: rest, failed: true },
      wait: { on: 'ready' },
      error: filter.isSilent?.(state) === true ? '' : failure(name, file, opened.reason, isBusybox),
    }
  const begun = filter.begin?.(state, file) ?? { state }
  const result = feed(filter, begun.state, splitLines(opened.text), file, system)
  const error = result.error ?? ''
  const shown = (begun.output ?? '') + (result.output ?? '')
  if (result.stop !== undefined) return { status: result.stop, output: shown, error }
  const closed = filter.close?.(result.state) ?? { state: result.state }
  const output = shown + (closed.output ?? '')
  return { memory: { ...memory, state: closed.state, files: rest }, wait: { on: 'ready' }, output, error }
}

function readInput<State extends Json>(
  filter: LineFilter<State>,
  memory: FilterMemory<State>,
  state: State,
  system: System,
): Turn<FilterMemory<State>> {
  const begun = memory.current === null ? (filter.begin?.(state, '-') ?? { state }) : { state }
  const result = system.read(0)
  const reading = { ...memory, state: begun.state, current: '-' }
  if (result.kind === 'block')
    return { memory: reading, wait: { on: 'read', descriptor: 0 }, output: begun.output ?? '' }
  const isEnd = result.kind !== 'data'
  const text = memory.partial + (result.kind === 'data' ? result.text : '')
  const cut = isEnd ? text.length : text.lastIndexOf('\n') + 1
  const fed = feed(filter, begun.state, splitLines(text.slice(0, cut)), '-', system)
  const error = fed.error ?? ''
  const shown = (begun.output ?? '') + (fed.output ?? '')
  if (fed.stop !== undefined) return { status: fed.stop, output: shown, error }
  const closed = (isEnd ? filter.close?.(fed.state) : undefined) ?? { state: fed.state }
  const output = shown + (closed.output ?? '')
  const next = {
    ...reading,
    state: closed.state,
    partial: text.slice(cut),
    current: isEnd ? null : '-',
    files: isEnd ? memory.files.slice(1) : memory.files,
  }
  return { memory: next, wait: { on: 'ready' }, output, error }
}

/** A program that goes through lines of files or of its standard input, as they come. */
export function defineFilter<State extends Json>(name: string, filter: LineFilter<State>): Program {
  return defineProgram<FilterMemory<State>>(name, {
    begin: (argv) => ({ argv, state: null, files: [], current: null, partial: '', failed: false }),
    turn(memory, system): Turn<FilterMemory<State>> {
      if (memory.state === null) {
        const isBusybox = system.process.flavour === 'busybox'
        const own = (memory.argv[0] ?? name).slice((memory.argv[0] ?? name).lastIndexOf('/') + 1)
        const started = filter.start(memory.argv.slice(1), { isBusybox, name: own, system })
        if (!started.ok) return started
        return {
          memory: { ...memory, state: started.state, files: started.files.length === 0 ? ['-'] : started.files },
          wait: { on: 'ready' },
          output: started.output ?? '',
          error: started.error ?? '',
        }
      }
      const [file] = memory.files
      if (file === undefined) return filter.end(memory.state, memory.failed, system)
      return file === '-'
        ? readInput(filter, memory, memory.state, system)
        : readFile(filter, memory, memory.state, file, name, system)
    },
  })
}

/** Splits short option clusters from operands: `-ab -n 3 file`. `withValue` lists the letters that take one. */
export function readFlags(
  args: readonly string[],
  withValue: string,
): { readonly flags: ReadonlyMap<string, string>; readonly operands: readonly string[] } {
  const flags = new Map<string, string>()
  const operands: string[] = []
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (word === '--') {
      operands.push(...args.slice(index + 1))
      break
    }
    if (word === '-' || !word.startsWith('-')) operands.push(word)
    else if (word.startsWith('--')) {
      const at = word.indexOf('=')
      flags.set(at < 0 ? word : word.slice(0, at), at < 0 ? '' : word.slice(at + 1))
    } else {
      for (let place = 1; place < word.length; place += 1) {
        const letter = word[place] ?? ''
        if (!withValue.includes(letter)) flags.set(letter, '')
        else {
          const rest = word.slice(place + 1)
          if (rest === '') index += 1
          flags.set(letter, rest === '' ? (args[index] ?? '') : rest)
          break
        }
      }
    }
  }
  return { flags, operands }
}
