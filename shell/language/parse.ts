import { expandBraces } from './brace'
import {
  type Cursor,
  deeper,
  fail,
  isAtEnd,
  lackCommand,
  needMore,
  ParseStop,
  peek,
  peekOperator,
  skipBlanks,
  skipLines,
  takeLineEnd,
  until,
} from './cursor'
import { readCompound } from './parse-compound'
import { readRedirect } from './parse-redirect'
import { linedFrom } from './printed-lines'
import { plainText, readIndex, readWord } from './read-word'
import type {
  AndOr,
  ArrayElement,
  Assignment,
  Command,
  Dialect,
  List,
  ListItem,
  Parsed,
  Pipeline,
  Redirect,
  SimpleCommand,
  Word,
} from './syntax'

/** Words that end a list where a command could begin. */
const closers = new Set(['then', 'else', 'elif', 'fi', 'do', 'done', 'esac', '}', ';;', ';&', ')'])
const compoundStarts = new Set(['if', 'while', 'until', 'for', 'case', '{', '(', '[[', '((', 'function'])

/** Whether `((` is closed by `))`; otherwise it opens two subshells. */
function closesTwice(cursor: Cursor): boolean {
  let depth = 0
  for (let index = cursor.position + 2; index < cursor.text.length; index += 1) {
    const char = cursor.text[index]
    if (char === '(') depth += 1
    else if (char === ')' && depth > 0) depth -= 1
    else if (char === ')') return cursor.text[index + 1] === ')'
  }
  return true
}

/** The reserved word or opening token at the cursor, if a command begins there. */
export function peekKeyword(cursor: Cursor): string {
  if (cursor.text.startsWith('((', cursor.position) && cursor.dialect === 'bash' && closesTwice(cursor)) return '(('
  const char = peek(cursor)
  if (char === '(' || char === ')') return char
  if (cursor.text.startsWith(';;', cursor.position)) return ';;'
  if (cursor.text.startsWith(';&', cursor.position) && cursor.dialect === 'bash') return ';&'
  const word =
    /^(?:[a-z]+|[{}!]|\[\[)(?=[ \t\n;&|<>()]|$)/.exec(cursor.text.slice(cursor.position, cursor.position + 12))?.[0] ??
    ''
  if ((word === '[[' || word === 'function') && cursor.dialect === 'dash') return ''
  return closers.has(word) || compoundStarts.has(word) || word === '!' || (word === 'time' && cursor.dialect === 'bash')
    ? word
    : ''
}

/** What a shell names when it meets something it did not expect. */
export function unexpected(cursor: Cursor, expecting?: string): never {
  if (isAtEnd(cursor)) lackCommand(cursor)
  const operator = peekOperator(cursor)
  const word =
    operator === ''
      ? (/^[^ \t\n;&|<>()]+/.exec(cursor.text.slice(cursor.position, cursor.position + 80))?.[0] ?? peek(cursor))
      : operator
  const token = word === '\n' ? 'newline' : word
  return fail({ about: 'token', token, line: cursor.line, ...(expecting === undefined ? {} : { expecting }) })
}

/** `name=(a b [2]=c)`, the cursor at the parenthesis. */
function readElements(cursor: Cursor): readonly ArrayElement[] {
  cursor.position += 1
  const elements: ArrayElement[] = []
  for (;;) {
    skipLines(cursor)
    if (isAtEnd(cursor)) needMore()
    if (peek(cursor) === ')') break
    const start = cursor.position
    const index = readIndex(cursor, readScript)
    if (index !== null && peek(cursor) === '=') {
      cursor.position += 1
      const value = readWord(cursor, readScript)
      elements.push({ index, words: [value ?? []] })
      continue
    }
    cursor.position = start
    const word = readWord(cursor, readScript)
    if (word === null) unexpected(cursor)
    elements.push({ index: null, words: expandBraces(word) })
  }
  cursor.position += 1
  return elements
}

/** `name[index]=value` where it stands at the cursor: its index may hold blanks, so that it is no plain word. */
function readElementAssignment(cursor: Cursor): Assignment | null {
  if (cursor.dialect !== 'bash') return null
  const name = /^[A-Za-z_]\w{0,200}(?=\[)/.exec(cursor.text.slice(cursor.position, cursor.position + 202))?.[0]
  if (
    name === undefined ||
    !/^[^\n;|&]{0,400}\]\+?=/.test(cursor.text.slice(cursor.position + name.length, cursor.position + 600))
  )
    return null
  const start = cursor.position
  cursor.position += name.length
  const index = readIndex(cursor, readScript)
  const operator = /^\+?=/.exec(cursor.text.slice(cursor.position, cursor.position + 2))?.[0]
  if (index === null || operator === undefined) {
    cursor.position = start
    return null
  }
  cursor.position += operator.length
  const value = readWord(cursor, readScript) ?? []
  return { name, index, value, elements: null, append: operator === '+=' }
}

function readAssignment(cursor: Cursor, word: Word): Assignment | null {
  const [first, ...rest] = word
  if (first?.part !== 'text' || first.quoted) return null
  const match = /^([A-Za-z_][A-Za-z0-9_]*)(\+?)=/.exec(first.text)
  if (match === null || (match[2] === '+' && cursor.dialect === 'dash')) return null
  const remaining = first.text.slice(match[0].length)
  const value: Word = remaining === '' ? rest : [{ part: 'text', text: remaining, quoted: false }, ...rest]
  const elements =
    value.length === 0 && peek(cursor) === '(' && cursor.dialect === 'bash'
      ? until(cursor, '=(', () => readElements(cursor))
      : null
  return { name: match[1] ?? '', index: null, value, elements, append: match[2] === '+' }
}

/** Puts an alias' text in place of the word that was just read. */
function expandAlias(cursor: Cursor, start: number, word: Word): boolean {
  const name = plainText(word)
  if (name === null || !Object.hasOwn(cursor.aliases, name)) return false
  if (start >= cursor.aliasEnd) cursor.usedAliases = []
  if (cursor.usedAliases.includes(name)) return false
  const value = cursor.aliases[name] ?? ''
  const rest = cursor.text.slice(cursor.position)
  cursor.text = cursor.text.slice(0, start) + value + rest
  cursor.position = start
  cursor.aliasEnd = start + value.length + 1
  cursor.usedAliases = [...cursor.usedAliases, name]
  return true
}

const declarationNames = ['declare', 'typeset', 'local', 'export', 'readonly']

/** Commands whose `name=value` words are assignments: neither split nor matched with files. */
function isDeclaration(cursor: Cursor, first: Word): boolean {
  const name = plainText(first)
  return name !== null && cursor.dialect === 'bash' && declarationNames.includes(name)
}

function readFunctionBody(cursor: Cursor, name: string): Command {
  cursor.position += 1
  skipBlanks(cursor)
  if (peek(cursor) !== ')') unexpected(cursor, ')')
  cursor.position += 1
  skipLines(cursor)
  const body = deeper(cursor, () => readCommand(cursor))
  const { line } = cursor
  return { node: 'compound', line, endLine: line, compound: { node: 'function', name, body }, redirects: [] }
}

function readSimple(cursor: Cursor): Command {
  const start = cursor.line
  let line = start
  let read = 0
  cursor.commandLine = start
  const assignments: Assignment[] = []
  const words: Word[] = []
  const declarations: Assignment[] = []
  const redirects: Redirect[] = []
  for (;;) {
    skipBlanks(cursor)
    // bash knows a command's line once it has looked at its second word.
    if (cursor.dialect === 'bash' && read < 2) line = cursor.line
    const redirect = readRedirect(cursor, readScript)
    if (redirect !== null) {
      read = 2
      redirects.push(redirect)
      continue
    }
    const element = words.length === 0 ? readElementAssignment(cursor) : null
    if (element !== null) {
      read += 1
      assignments.push(element)
      continue
    }
    const begins = cursor.position
    const word = readWord(cursor, readScript, cursor.dialect === 'bash' || words.length === 0)
    if (word === null) break
    if (words.length === 0 && expandAlias(cursor, begins, word)) continue
    read += 1
    if (cursor.dialect === 'bash' && read <= 2) line = cursor.line
    const declares = words[0] !== undefined && isDeclaration(cursor, words[0])
    const assignment = words.length === 0 || declares ? readAssignment(cursor, word) : null
    if (assignment === null) words.push(...(cursor.dialect === 'bash' ? expandBraces(word) : [word]))
    else if (declares) declarations.push(assignment)
    else assignments.push(assignment)
    const name = plainText(word)
    skipBlanks(cursor)
    if (words.length === 1 && assignments.length === 0 && name !== null && peek(cursor) === '(')
      return readFunctionBody(cursor, name)
  }
  if (words.length + assignments.length + redirects.length === 0) unexpected(cursor)
  const command: SimpleCommand = { node: 'simple', line, assignments, declarations, words, redirects }
  return line === start || cursor.substitutions > 0 ? command : linedFrom(command, line)
}

/** One command with its redirections. */
export function readCommand(cursor: Cursor): Command {
  skipBlanks(cursor)
  const keyword = peekKeyword(cursor)
  if (closers.has(keyword)) unexpected(cursor)
  if (!compoundStarts.has(keyword)) return readSimple(cursor)
  const { line } = cursor
  cursor.commandLine = line
  const compound = deeper(cursor, () =>
    readCompound(cursor, keyword, { list: readList, command: readCommand, script: readScript }),
  )
  const redirects: Redirect[] = []
  for (;;) {
    skipBlanks(cursor)
    const redirect = readRedirect(cursor, readScript)
    if (redirect === null) return { node: 'compound', line, endLine: cursor.line, compound, redirects }
    redirects.push(redirect)
  }
}

const stderrToPipe: Redirect = { operator: '>&', descriptor: 2, word: [{ part: 'text', text: '1', quoted: false }] }

function withStderr(command: Command): Command {
  return { ...command, redirects: [...command.redirects, stderrToPipe] }
}

function readPipeline(cursor: Cursor): Pipeline {
  let negated = false
  let timed = false
  for (;;) {
    skipBlanks(cursor)
    const keyword = peekKeyword(cursor)
    if (keyword === '!') negated = !negated
    else if (keyword === 'time') timed = true
    else break
    cursor.position += keyword.length
  }
  skipBlanks(cursor)
  if (timed && (isAtEnd(cursor) || peek(cursor) === '\n' || peek(cursor) === ';'))
    return { commands: [], negated, timed }
  const commands = [readCommand(cursor)]
  for (;;) {
    skipBlanks(cursor)
    const operator = peekOperator(cursor)
    if (operator !== '|' && operator !== '|&') return { commands, negated, timed }
    cursor.position += operator.length
    const last = commands.pop()
    if (last !== undefined) commands.push(operator === '|&' ? withStderr(last) : last)
    skipLines(cursor)
    if (isAtEnd(cursor)) lackCommand(cursor)
    commands.push(readCommand(cursor))
  }
}

function readAndOr(cursor: Cursor): AndOr {
  const first = readPipeline(cursor)
  const rest: { operator: '&&' | '||'; pipeline: Pipeline }[] = []
  for (;;) {
    skipBlanks(cursor)
    const operator = peekOperator(cursor)
    if (operator !== '&&' && operator !== '||') return { first, rest }
    cursor.position += 2
    skipLines(cursor)
    if (isAtEnd(cursor)) lackCommand(cursor)
    rest.push({ operator, pipeline: readPipeline(cursor) })
  }
}

/** Items up to a closing word, or (at the top) up to the end of the line. */
function readItems(cursor: Cursor, oneLine: boolean): List {
  const items: ListItem[] = []
  for (;;) {
    if (oneLine) skipBlanks(cursor)
    else skipLines(cursor)
    if (isAtEnd(cursor) || peek(cursor) === '\n' || (!oneLine && closers.has(peekKeyword(cursor)))) return items
    const start = cursor.position
    const command = readAndOr(cursor)
    skipBlanks(cursor)
    const operator = peekOperator(cursor)
    const background = operator === '&'
    const text = background ? cursor.text.slice(start, cursor.position).trim() : ''
    items.push({ command, background, text })
    if (operator === ';' || background) cursor.position += 1
    else if (operator !== '\n' && !isAtEnd(cursor)) {
      if (oneLine) unexpected(cursor)
      return items
    }
  }
}

/** The commands of a compound's part; at least one. */
export function readList(cursor: Cursor): List {
  const items = readItems(cursor, false)
  if (items.length === 0) {
    if (isAtEnd(cursor)) needMore()
    unexpected(cursor)
  }
  return items
}

/** A substitution's commands: up to `closing`, or to the end of the text where it is empty. */
export function readScript(cursor: Cursor, closing: string): List {
  const items = readItems(cursor, false)
  skipLines(cursor)
  if (closing === '') {
    if (!isAtEnd(cursor)) unexpected(cursor)
    return items
  }
  if (isAtEnd(cursor)) needMore()
  if (peek(cursor) !== closing) unexpected(cursor)
  cursor.position += 1
  return items
}

/**
 * Reads the next line of a script from `start`: a complete list of commands (with the line end and here-documents
 * passed), or `incomplete` where the text ends inside a command, or a fault.
 */
export function parseLine(
  text: string,
  start: number,
  line: number,
  dialect: Dialect,
  aliases: Readonly<Record<string, string>>,
): Parsed {
  const cursor: Cursor = {
    text,
    position: start,
    line,
    depth: 0,
    dialect,
    aliases,
    aliasEnd: 0,
    usedAliases: [],
    heredocs: [],
    commandLine: line,
    substitutions: 0,
    inHeredoc: false,
    expecting: null,
  }
  try {
    skipBlanks(cursor)
    const list = readItems(cursor, true)
    skipBlanks(cursor)
    if (!isAtEnd(cursor) && peek(cursor) !== '\n') unexpected(cursor)
    const ended = !isAtEnd(cursor)
    if (ended) takeLineEnd(cursor)
    else if (cursor.heredocs.length > 0) return { kind: 'incomplete', expecting: null }
    return { kind: 'complete', list, end: cursor.position + text.length - cursor.text.length, line: cursor.line }
  } catch (error) {
    if (!(error instanceof ParseStop)) throw error
    if (error.stop.kind === 'incomplete') return { kind: 'incomplete', expecting: cursor.expecting }
    return { kind: 'fault', fault: error.stop.fault, end: endOfLine(text, start) }
  }
}

function endOfLine(text: string, start: number): number {
  const end = text.indexOf('\n', start)
  return end < 0 ? text.length : end + 1
}
