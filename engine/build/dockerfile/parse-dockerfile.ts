import { type Heredoc, type HeredocStart, heredocsOfLine } from './heredoc'
import { readLineArguments } from './line-arguments'
import { splitFlags } from './split-words'

/** One instruction of a Dockerfile as it is written. */
export interface DockerfileLine {
  /** As typed: `FROM`, `from`. */
  readonly name: string
  readonly flags: readonly string[]
  readonly args: readonly string[]
  readonly json: boolean
  /** The whole instruction on one line. */
  readonly original: string
  /** Lines of the file, from 1. */
  readonly start: number
  readonly end: number
  readonly heredocs: readonly Heredoc[]
  /** What ONBUILD keeps for later. */
  readonly trigger: DockerfileLine | null
}

export interface ParsedDockerfile {
  readonly lines: readonly DockerfileLine[]
  readonly escapeSign: string
  readonly warnings: readonly string[]
}

export type DockerfileParse =
  | { readonly ok: true; readonly dockerfile: ParsedDockerfile }
  | { readonly ok: false; readonly error: string; readonly start: number; readonly end: number }

export interface ParseOptions {
  /** Since Dockerfile syntax 1.4: the engines after 20.10. */
  readonly heredocs: boolean
}

/** Longest Dockerfile read, in characters. */
export const DOCKERFILE_MAX = 200_000

/** Longest line that may be a directive. */
const DIRECTIVE_MAX = 200

class DockerfileFault extends Error {
  readonly start: number
  readonly end: number

  constructor(message: string, start: number, end: number) {
    super(message)
    this.start = start
    this.end = end
  }
}

/** Reads a Dockerfile into its instructions, or says what is wrong with its lines (BuildKit's parser). */
export function parseDockerfile(text: string, options: ParseOptions): DockerfileParse {
  try {
    return { ok: true, dockerfile: readFile(text.slice(0, DOCKERFILE_MAX), options) }
  } catch (fault) {
    if (fault instanceof DockerfileFault) return { ok: false, error: fault.message, start: fault.start, end: fault.end }
    throw fault
  }
}

function linesOf(text: string): readonly string[] {
  const lines = text.replace(/^\uFEFF/, '').split('\n')
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => line.replace(/\r$/, ''))
}

interface Scanner {
  readonly lines: readonly string[]
  /** Lines taken so far: the number of the last one. */
  position: number
}

function take(scanner: Scanner): string | null {
  const line = scanner.lines[scanner.position]
  if (line === undefined) return null
  scanner.position += 1
  return line
}

function readFile(text: string, options: ParseOptions): ParsedDockerfile {
  const scanner: Scanner = { lines: linesOf(text), position: 0 }
  const escapeSign = readDirectives(scanner.lines)
  const warnings: string[] = []
  const lines: DockerfileLine[] = []
  for (let line = take(scanner); line !== null; line = take(scanner)) {
    const start = scanner.position
    const logical = readLogicalLine(scanner, line.trimStart(), escapeSign)
    if (logical === null) continue
    if (logical.hasEmptyLine) warnings.push(`Empty continuation line found in: ${logical.text}`)
    const instruction = readInstruction(logical.text, escapeSign, start, scanner.position)
    const heredocs = options.heredocs ? readHeredocs(scanner, instruction, start) : []
    lines.push({ ...instruction, start, end: scanner.position, heredocs })
  }
  if (lines.length === 0) throw new DockerfileFault('file with no instructions', scanner.position, scanner.position)
  return { lines, escapeSign, warnings }
}

/** `# escape=` and `# syntax=` stand before everything else; gives the escape character. */
function readDirectives(lines: readonly string[]): string {
  const seen = new Set<string>()
  let escapeSign = '\\'
  for (const [index, line] of lines.entries()) {
    const match = /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=\s*(.+?)\s*$/.exec(line.slice(0, DIRECTIVE_MAX).trimStart())
    const name = match?.[1]?.toLowerCase() ?? ''
    if (!/^(?:escape|syntax|check)$/.test(name)) return escapeSign
    if (seen.has(name)) throw new DockerfileFault(`only one ${name} parser directive can be used`, index + 1, index + 1)
    seen.add(name)
    if (name !== 'escape') continue
    escapeSign = match?.[2] ?? ''
    if (escapeSign !== '`' && escapeSign !== '\\')
      throw new DockerfileFault(`invalid escape token '${escapeSign}' does not match \` or \\`, index + 1, index + 1)
  }
  return escapeSign
}

function isComment(line: string): boolean {
  return line.trimStart().startsWith('#')
}

/** A line without its escape character at the end, and whether it goes on; two of them are no continuation. */
function withoutContinuation(line: string, escapeSign: string): { readonly text: string; readonly goesOn: boolean } {
  let length = line.length
  while (line[length - 1] === ' ' || line[length - 1] === '\t') length -= 1
  const bare = line.slice(0, length)
  const goesOn = bare.endsWith(escapeSign) && !bare.endsWith(escapeSign + escapeSign)
  return goesOn ? { text: bare.slice(0, -1), goesOn } : { text: line, goesOn }
}

/** A line with the lines it goes on in; comments among them are left out. Null for an empty line or a comment. */
function readLogicalLine(
  scanner: Scanner,
  first: string,
  escapeSign: string,
): { readonly text: string; readonly hasEmptyLine: boolean } | null {
  if (first.startsWith('#')) return null
  let { text, goesOn } = withoutContinuation(first, escapeSign)
  if (!goesOn && text === '') return null
  let hasEmptyLine = false
  while (goesOn) {
    const line = take(scanner)
    if (line === null) break
    if (isComment(line)) continue
    if (line.trim() === '') {
      hasEmptyLine = true
      continue
    }
    const more = withoutContinuation(line, escapeSign)
    text += more.text
    goesOn = more.goesOn
  }
  return { text, hasEmptyLine }
}

function readInstruction(
  line: string,
  escapeSign: string,
  start: number,
  end: number,
  isTrigger = false,
): DockerfileLine {
  const [, name = '', tail = ''] = /^([^\t\v\f\r ]*)(?:[\t\v\f\r ]+([\s\S]*))?$/.exec(line.trim()) ?? []
  const { flags, rest } = splitFlags(tail)
  const args = rest.trim()
  const base = { name, flags, original: line, start, end, heredocs: [] }
  if (name.toLowerCase() === 'onbuild') {
    const trigger = args === '' || isTrigger ? null : readInstruction(args, escapeSign, start, end, true)
    return { ...base, args: [], json: false, trigger }
  }
  const read = readLineArguments(name.toLowerCase(), args, escapeSign)
  if (!read.ok) throw new DockerfileFault(read.error, start, end)
  return { ...base, ...read.value, trigger: null }
}

function readHeredocs(scanner: Scanner, line: DockerfileLine, start: number): readonly Heredoc[] {
  const { name, json } = line.trigger ?? line
  if (json || !/^(?:add|copy|run)$/i.test(name) || !line.original.includes('<<')) return []
  return heredocsOfLine(line.original).map((heredoc) => readHeredoc(scanner, heredoc, start))
}

function readHeredoc(scanner: Scanner, heredoc: HeredocStart, start: number): Heredoc {
  let content = ''
  for (let line = take(scanner); line !== null; line = take(scanner)) {
    if ((heredoc.chomp ? line.replace(/^\t+/, '') : line) === heredoc.name) return { ...heredoc, content }
    content += `${line}\n`
  }
  throw new DockerfileFault('unterminated heredoc', start, scanner.position)
}
