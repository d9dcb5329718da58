import { appendItem } from '@/engine/append-list'
import type { Outcome } from '@/engine/kernel/program'
import { complain, emit, undo } from './frames'
import { notifyJobs } from './jobs'
import { parseKnownLine } from './known-lines'
import type { Source } from './memory'
import { showPrompt } from './prompt'
import { getVariable, isScript, memoryOf, type Run } from './run'
import type { Expecting, Fault } from './syntax'

const bufferMax = 1_000_000
/** Pieces of 32 lines: bash remembers 500 lines. */
const historyPiecesMax = 15

/** How each shell words a fault of syntax. */
export function faultMessage(
  run: Run,
  fault: Fault,
  source: string,
  /** The line it begins in. */
  first: number,
): { readonly text: string; readonly status: number } {
  const { dialect } = run
  const isInteractive = run.options.interactive
  const where =
    dialect === 'bash'
      ? isInteractive
        ? `${run.name.replace(/^-/, '').replace(/.*\//, '')}: `
        : `${run.name}: ${run.isCommandString ? '-c: ' : ''}line ${fault.line}: `
      : dialect === 'dash'
        ? `${run.name}: ${fault.line}: `
        : isScript(run)
          ? `${run.name}: line ${fault.line}: `
          : `${run.name}: `
  if (fault.about === 'token') {
    if (dialect === 'bash') {
      const echo = isInteractive ? '' : `\n${where}\`${source.split('\n')[fault.line - first] ?? ''}'`
      return { text: `${where}syntax error near unexpected token \`${fault.token}'${echo}`, status: 2 }
    }
    const wanted = fault.expecting === undefined ? '' : ` (expecting "${fault.expecting}")`
    const text =
      dialect === 'dash'
        ? `Syntax error: ${dashToken(fault.token)} unexpected${wanted}`
        : `syntax error: unexpected ${ashToken(fault.token)}${wanted}`
    return { text: where + text, status: 2 }
  }
  if (fault.about === 'substitution')
    return {
      text:
        dialect === 'bash'
          ? `${where}${fault.text}: bad substitution`
          : `${where}${dialect === 'dash' ? 'Bad substitution' : 'syntax error: bad substitution'}`,
      status: dialect === 'bash' ? 1 : 2,
    }
  if (fault.about === 'arithmetic') return { text: `${where}Syntax error: Missing '))'`, status: 2 }
  if (fault.about === 'quote' || fault.about === 'end') {
    if (dialect === 'bash') return { text: `${where}syntax error: unexpected end of file`, status: 2 }
    const wanted = fault.about === 'end' && fault.expecting !== null ? ` (expecting "${fault.expecting}")` : ''
    return {
      text:
        dialect === 'dash'
          ? `${where}Syntax error: end of file unexpected${wanted}`
          : `${where}syntax error: unexpected end of file${wanted}`,
      status: 2,
    }
  }
  return { text: `${where}maximum nesting level exceeded`, status: 2 }
}

function ashToken(token: string): string {
  if (token === 'newline' || /^[<>]/.test(token)) return token === 'newline' ? token : 'redirection'
  const named = dashToken(token)
  return named === 'word' ? 'word' : `"${token}"`
}

function dashToken(token: string): string {
  if (/^\d*[<>]/.test(token)) return 'redirection'
  return token === 'newline'
    ? 'newline'
    : /^(?:then|else|elif|fi|do|done|esac|if|while|until|for|case|\{|\}|!)$/.test(token)
      ? `"${token}"`
      : /^[;&|()<>]+$/.test(token)
        ? `"${token}"`
        : 'word'
}

/** What closes a thing that stands open, as bash names it. */
const closing: Readonly<Record<string, string>> = {
  "'": "'",
  '"': '"',
  '`': '`',
  '$(': ')',
  '${': '}',
  '((': ')',
  '=(': ')',
}

/** An unclosed quote or construct at the end of everything. */
function endFault(run: Run, expecting: Expecting | null): { readonly text: string; readonly status: number } {
  const { buffer, position, line: first } = run.source
  const last = first + buffer.slice(position).split('\n').length - 1
  if (run.dialect === 'bash') {
    const end = buffer.endsWith('\n') ? last : last + 1
    const close = expecting === null ? undefined : closing[expecting.token]
    const line = close === undefined || expecting?.token === '$(' ? end : (expecting?.line ?? end)
    const where = `${run.name}: ${run.isCommandString ? '-c: ' : ''}line ${line}: `
    return close === undefined
      ? faultMessage(run, { about: 'end', line, expecting: null }, '', line)
      : {
          text: `${where}unexpected EOF while looking for matching \`${close}'`,
          status: expecting?.token === '=(' ? 1 : 2,
        }
  }
  const { token = '', line = last } = expecting ?? {}
  const where = (at: number): string =>
    run.dialect === 'dash'
      ? `${run.name}: ${at}: Syntax error: `
      : `${run.name}: ${isScript(run) ? `line ${at}: ` : ''}syntax error: `
  if (token === "'" || token === '"')
    return {
      text: `${where(last)}${run.dialect === 'dash' ? 'Unterminated' : 'unterminated'} quoted string`,
      status: 2,
    }
  if (token === '`') return { text: `${where(last)}EOF in backquote substitution`, status: 2 }
  if (token === '${') return { text: `${where(line)}${run.dialect === 'dash' ? 'Missing' : 'missing'} '}'`, status: 2 }
  return faultMessage(
    run,
    { about: 'end', line: last, expecting: token === '' ? null : (closing[token] ?? token) },
    '',
    last,
  )
}

function readMore(run: Run): Outcome | null {
  const isTerminal = run.system.isTerminal(0)
  const result = run.system.read(0, isTerminal ? 65_536 : 1)
  switch (result.kind) {
    case 'block':
      return { kind: 'wait', memory: memoryOf(run), wait: { on: 'read', descriptor: 0 } }
    case 'end':
    case 'error':
      run.source = { ...run.source, ended: true }
      return null
    case 'data': {
      run.prompt = null
      const buffer = (run.source.buffer.slice(run.source.position) + result.text).slice(0, bufferMax)
      run.source = { ...run.source, buffer, position: 0 }
      return null
    }
  }
}

function addHistory(run: Run, text: string): void {
  const line = text.replace(/\n$/, '')
  if (!run.options.interactive || line.trim() === '') return
  run.history = appendItem(run.history, line, historyPiecesMax)
}

/** At the end of a script: `exit` by itself, or by Ctrl+D at a prompt. */
function endOfInput(run: Run, expecting: Expecting | null = null): Outcome | null {
  if (run.source.position < run.source.buffer.length && run.source.buffer.slice(run.source.position).trim() !== '') {
    const { text, status } = endFault(run, expecting)
    run.source = { ...run.source, position: run.source.buffer.length }
    complain(run, text, status)
    if (!run.options.interactive) run.exiting = status
    return null
  }
  if (run.options.interactive)
    emit(run, [{ descriptor: 2, text: run.dialect === 'bash' ? 'exit\n' : '\n' }], run.status)
  run.exiting = run.status
  return null
}

/** A line is there to be parsed: a whole one, or the last without its line feed. */
function hasLine(source: Source): boolean {
  return source.buffer.includes('\n', source.position) || source.ended
}

/** The text ends with a backslash and a line end, and no line follows. */
function endsContinued({ buffer }: Source): boolean {
  return /(?<!\\)(?:\\\\)*\\\n$/.test(buffer.slice(-1000))
}

/** Takes the last continuation away, so that the command ends where the text does. */
function endLine(run: Run): null {
  run.source = { ...run.source, buffer: run.source.buffer.slice(0, -2) }
  return null
}

/**
 * Fetches the next commands when nothing is left to do: reads (showing a prompt), parses, pushes the list. Returns an
 * outcome where it has to wait.
 */
export function nextCommands(run: Run): Outcome | null {
  const { source } = run
  const isEmpty = source.position >= source.buffer.length
  if (isEmpty && source.ended) return endOfInput(run)
  if (isEmpty || !hasLine(source)) {
    if (run.options.interactive && isEmpty && run.prompt === null) {
      notifyJobs(run)
      showPrompt(run, 'PS1')
    }
    return readMore(run)
  }
  const parsed = parseKnownLine(
    source.buffer,
    source.position,
    source.line,
    run.dialect,
    run.options.interactive ? run.aliases : null,
  )
  switch (parsed.kind) {
    case 'incomplete':
      if (source.ended) return endsContinued(source) ? endLine(run) : endOfInput(run, parsed.expecting)
      if (run.options.interactive && run.prompt === null && source.buffer.endsWith('\n')) showPrompt(run, 'PS2')
      return readMore(run)
    case 'fault': {
      addHistory(run, source.buffer.slice(source.position, parsed.end))
      const { text, status } = faultMessage(run, parsed.fault, source.buffer.slice(source.position), source.line)
      run.source = { ...source, position: parsed.end, line: source.line + 1 }
      complain(run, text, status)
      if (!run.options.interactive) run.exiting = status
      return null
    }
    case 'complete':
      addHistory(run, source.buffer.slice(source.position, parsed.end))
      run.source =
        parsed.end >= source.buffer.length
          ? { ...source, buffer: '', position: 0, line: parsed.line }
          : { ...source, position: parsed.end, line: parsed.line }
      if (parsed.list.length > 0) run.frames.push({ frame: 'list', items: parsed.list, index: 0 })
      return null
  }
}

/** Ctrl+C at a prompt or in the middle of something: back to the prompt. */
export function interrupt(run: Run): void {
  for (const frame of run.frames.splice(0).toReversed()) undo(run, frame)
  run.source = { ...run.source, buffer: '', position: 0 }
  run.prompt = null
  emit(run, [{ descriptor: 2, text: '\n' }], 130)
}

/** A word as `set -x` shows it. */
export function quoteTraced(word: string): string {
  return word === '' || /[^\w@%+=:,./-]/.test(word) ? `'${word.replaceAll("'", "'\\''")}'` : word
}

/** One line of `set -x`, behind PS4. */
export function trace(run: Run, text: string): void {
  const prompt = getVariable(run, 'PS4') ?? '+ '
  const depth = run.dialect === 'bash' ? run.substitutionDepth : 0
  run.system.write(2, `${prompt.slice(0, 1).repeat(depth)}${prompt}${text}\n`)
}
