import { type Cursor, deeper, fail, isAtEnd, needMore, passContinuedEnd, peek, startsWith, until } from './cursor'
import { printedLines } from './printed-lines'
import { findOperator, isLengthAt, nameStart, readAnsiQuoted, readBracedName, readName, special } from './read-name'
import type { List, ParameterOperator, Word, WordPart } from './syntax'

const metacharacters = ' \t\n;&|<>()'

/** Parses commands up to a closing token: given by the command parser, so that the two need not import each other. */
export type ParseScript = (cursor: Cursor, closing: string) => List

function addText(parts: WordPart[], text: string, quoted: boolean): void {
  const last = parts.at(-1)
  if (last?.part === 'text' && last.quoted === quoted) parts[parts.length - 1] = { ...last, text: last.text + text }
  else parts.push({ part: 'text', text, quoted })
}

function readSingleQuoted(cursor: Cursor): string {
  const end = cursor.text.indexOf("'", cursor.position + 1)
  if (end < 0) until(cursor, "'", needMore)
  const text = cursor.text.slice(cursor.position + 1, end)
  cursor.position = end + 1
  cursor.line += text.split('\n').length - 1
  return text
}

function readDoubleQuoted(cursor: Cursor, parts: WordPart[], script: ParseScript): void {
  cursor.position += 1
  addText(parts, '', true)
  until(cursor, '"', () => {
    while (peek(cursor) !== '"') {
      if (isAtEnd(cursor)) needMore()
      readQuotedPiece(cursor, parts, script, '$`"\\\n')
    }
  })
  cursor.position += 1
}

/** One character or expansion where double quotes' rules hold; `escapable` are those a backslash protects. */
function readQuotedPiece(cursor: Cursor, parts: WordPart[], script: ParseScript, escapable: string): void {
  const char = peek(cursor)
  if (char === '\\' && escapable.includes(peek(cursor, 1)) && peek(cursor, 1) !== '') {
    if (peek(cursor, 1) === '\n') cursor.line += 1
    else addText(parts, peek(cursor, 1), true)
    cursor.position += 2
  } else if (char === '$' || char === '`') readExpansion(cursor, parts, script, true)
  else {
    if (char === '\n') cursor.line += 1
    addText(parts, char, true)
    cursor.position += 1
  }
}

/** `…`: its text has backslashes before $ ` \ removed and is then parsed as a script. */
function readBackquoted(cursor: Cursor, parts: WordPart[], script: ParseScript, quoted: boolean): void {
  let text = ''
  cursor.position += 1
  while (peek(cursor) !== '`') {
    if (isAtEnd(cursor)) until(cursor, '`', needMore)
    if (peek(cursor) === '\\' && '$`\\'.includes(peek(cursor, 1))) cursor.position += 1
    text += peek(cursor)
    cursor.position += 1
  }
  cursor.position += 1
  const inner: Cursor = { ...cursor, text, position: 0, heredocs: [] }
  parts.push({ part: 'command', script: deeper(inner, () => script(inner, '')), quoted })
}

/** The end of `$((…))`, or -1 where the parentheses are a subshell in a substitution. */
function arithmeticEnd(cursor: Cursor, from: number): number {
  let depth = 0
  for (let index = from; index < cursor.text.length; index += 1) {
    const char = cursor.text[index]
    if (char === '(') depth += 1
    else if (char === ')') {
      if (depth === 0) return cursor.text[index + 1] === ')' ? index : -1
      depth -= 1
    }
  }
  return needMore()
}

/** Text in which only $-expansions count, e.g. an arithmetic expression or a here-document. */
export function readExpandable(cursor: Cursor, text: string, script: ParseScript, escapable = '$`\\\n'): Word {
  const inner: Cursor = { ...cursor, text, position: 0, heredocs: [] }
  const parts: WordPart[] = []
  while (!isAtEnd(inner)) readQuotedPiece(inner, parts, script, escapable)
  return parts
}

/** An arithmetic expression: double quotes in it count for nothing, and bash puts what `$'…'` stands for in single ones. */
export function readArithmetic(cursor: Cursor, text: string, script: ParseScript): Word {
  const inner: Cursor = { ...cursor, text, position: 0, heredocs: [] }
  const parts: WordPart[] = []
  while (!isAtEnd(inner)) {
    if (peek(inner) === '"' && inner.dialect !== 'dash') inner.position += 1
    else if (inner.dialect === 'bash' && startsWith(inner, "$'"))
      addText(parts, `'${readAnsiQuoted(inner).replaceAll("'", "'\\''")}'`, true)
    else readQuotedPiece(inner, parts, script, '$`\\"\n')
  }
  return parts
}

/** A word inside ${…}, up to a closing brace or one of `stops`. */
function readBracedWord(cursor: Cursor, script: ParseScript, quoted: boolean, stops: string): Word {
  const parts: WordPart[] = []
  while (!`}${stops}`.includes(peek(cursor))) {
    if (isAtEnd(cursor)) needMore()
    readPiece(cursor, parts, script, quoted)
  }
  if (isAtEnd(cursor)) needMore()
  return parts
}

function badSubstitution(cursor: Cursor, start: number): never {
  const end = cursor.text.indexOf('}', start)
  if (end < 0) needMore()
  return fail({ about: 'substitution', text: cursor.text.slice(start, end + 1), line: cursor.line })
}

/** The `[…]` after a name in bash; null where none stands there. */
export function readIndex(cursor: Cursor, script: ParseScript): Word | null {
  if (peek(cursor) !== '[') return null
  cursor.position += 1
  const parts: WordPart[] = []
  while (peek(cursor) !== ']') {
    if (isAtEnd(cursor)) needMore()
    readPiece(cursor, parts, script, false)
  }
  cursor.position += 1
  return parts
}

/** `${name<operator>word}`, the cursor behind the name. */
function readOperation(
  cursor: Cursor,
  script: ParseScript,
  operator: ParameterOperator,
  quoted: boolean,
): { readonly word: Word; readonly second: Word | null } {
  cursor.position += operator.length
  const divider = operator === ':' ? ':' : operator.startsWith('/') ? '/' : ''
  const isPattern = '#%/^,'.includes(operator[0] ?? '')
  // A slash right behind `//` belongs to the pattern.
  const head: Word = operator === '//' && peek(cursor) === '/' ? [{ part: 'text', text: '/', quoted: false }] : []
  cursor.position += head.length
  const word = [...head, ...deeper(cursor, () => readBracedWord(cursor, script, quoted && !isPattern, divider))]
  let second: Word | null = null
  if (divider !== '' && peek(cursor) === divider) {
    cursor.position += 1
    second = deeper(cursor, () => readBracedWord(cursor, script, quoted && divider === ':', ''))
  }
  return { word, second }
}

function readBraced(cursor: Cursor, parts: WordPart[], script: ParseScript, quoted: boolean): void {
  const start = cursor.position
  const isBash = cursor.dialect === 'bash'
  cursor.position += 2
  const isLength = isLengthAt(cursor)
  const indirect =
    isBash && !isLength && /^!(?:[A-Za-z0-9_@*]|#\})/.test(cursor.text.slice(cursor.position, cursor.position + 3))
  if (isLength || indirect) cursor.position += 1
  const name = readBracedName(cursor)
  if (isAtEnd(cursor)) needMore()
  if (name === '') badSubstitution(cursor, start)
  const index = isBash && nameStart.test(name) ? readIndex(cursor, script) : null
  const operator = isLength ? 'length' : peek(cursor) === '}' ? '' : findOperator(cursor)
  if (operator === undefined || (isLength && peek(cursor) !== '}')) badSubstitution(cursor, start)
  const operation =
    operator === '' || operator === 'length'
      ? { word: null, second: null }
      : readOperation(cursor, script, operator, quoted)
  if (peek(cursor) !== '}') badSubstitution(cursor, start)
  cursor.position += 1
  parts.push({ part: 'parameter', name, index, indirect, operator, ...operation, quoted })
}

function addParameter(parts: WordPart[], name: string, quoted: boolean): void {
  parts.push({ part: 'parameter', name, index: null, indirect: false, operator: '', word: null, second: null, quoted })
}

/** The commands of `$( )`, the cursor behind its parenthesis. bash counts their lines from the command's, as it prints them. */
function readSubstitution(cursor: Cursor, script: ParseScript): List {
  const read = (): List => until(cursor, '$(', () => deeper(cursor, () => script(cursor, ')')))
  if (cursor.dialect !== 'bash') return read()
  const { line, commandLine } = cursor
  cursor.substitutions += 1
  if (cursor.inHeredoc) cursor.line = commandLine
  const list = read()
  if (cursor.inHeredoc) cursor.line += line - commandLine
  cursor.commandLine = commandLine
  cursor.substitutions -= 1
  return cursor.substitutions === 0 && !cursor.inHeredoc ? printedLines(list, commandLine) : list
}

/** What `$` or a backquote begins. */
function readExpansion(cursor: Cursor, parts: WordPart[], script: ParseScript, quoted: boolean): void {
  const next = peek(cursor, 1)
  if (peek(cursor) === '`') {
    readBackquoted(cursor, parts, script, quoted)
    return
  }
  if (next === '{') {
    until(cursor, '${', () => readBraced(cursor, parts, script, quoted))
    return
  }
  if (startsWith(cursor, '$((')) {
    const end = arithmeticEnd(cursor, cursor.position + 3)
    if (end >= 0) {
      const expression = deeper(cursor, () =>
        readArithmetic(cursor, cursor.text.slice(cursor.position + 3, end), script),
      )
      cursor.position = end + 2
      parts.push({ part: 'arithmetic', expression, quoted })
      return
    }
    if (cursor.dialect === 'dash') fail({ about: 'arithmetic', line: cursor.text.split('\n').length })
  }
  if (next === '(') {
    cursor.position += 2
    parts.push({ part: 'command', script: readSubstitution(cursor, script), quoted })
    return
  }
  cursor.position += 1
  if (nameStart.test(next)) addParameter(parts, readName(cursor), quoted)
  else if (next !== '' && special.includes(next)) {
    cursor.position += 1
    addParameter(parts, next, quoted)
  } else addText(parts, '$', quoted)
}

/** One piece of a word outside (or, in ${…}, inside) double quotes. */
function readPiece(cursor: Cursor, parts: WordPart[], script: ParseScript, quoted: boolean): void {
  const char = peek(cursor)
  if (char === "'" && !quoted) addText(parts, readSingleQuoted(cursor), true)
  else if (char === '"') readDoubleQuoted(cursor, parts, script)
  else if (startsWith(cursor, "$'") && !quoted && cursor.dialect !== 'dash')
    addText(parts, readAnsiQuoted(cursor), true)
  else if (char === '$' || char === '`') readExpansion(cursor, parts, script, quoted)
  else if (char === '\\') {
    const next = peek(cursor, 1)
    if (next === '') {
      cursor.position += 1
      addText(parts, '\\', true)
      return
    }
    if (next === '\n') {
      passContinuedEnd(cursor)
      return
    }
    cursor.position += 2
    addText(parts, quoted && !'$`"\\}'.includes(next) ? `\\${next}` : next, true)
  } else {
    if (char === '\n') cursor.line += 1
    addText(parts, char, quoted)
    cursor.position += 1
  }
}

function readTilde(cursor: Cursor, parts: WordPart[]): void {
  const match = /^~([A-Za-z0-9_-]*)(?=[/ \t\n;&|<>():]|$)/.exec(
    cursor.text.slice(cursor.position, cursor.position + 40),
  )
  if (match === null) return
  parts.push({ part: 'tilde', user: match[1] ?? '' })
  cursor.position += match[0].length
}

/** Reads one word at the cursor; null where none begins there. `assigns`: whether `name=~` is expanded in it. */
export function readWord(cursor: Cursor, script: ParseScript, assigns = cursor.dialect === 'bash'): Word | null {
  const start = cursor.position
  const parts: WordPart[] = []
  if (peek(cursor) === '~') readTilde(cursor, parts)
  if (cursor.dialect === 'bash' && startsWith(cursor, '<(')) {
    cursor.position += 2
    parts.push({ part: 'process', script: readSubstitution(cursor, script) })
  }
  while (!isAtEnd(cursor) && !metacharacters.includes(peek(cursor))) {
    readPiece(cursor, parts, script, false)
    if (assigns && peek(cursor) === '~' && /^[A-Za-z_]\w{0,60}=$/.test(cursor.text.slice(start, cursor.position)))
      readTilde(cursor, parts)
  }
  return cursor.position === start ? null : parts
}

/** The text of a word that has neither quotes nor expansions; null for any other. */
export function plainText(word: Word): string | null {
  const [only, ...rest] = word
  return rest.length === 0 && only?.part === 'text' && !only.quoted ? only.text : null
}
