import { expandBraces } from './brace'
import {
  type Cursor,
  fail,
  isAtEnd,
  needMore,
  peek,
  peekOperator,
  skipBlanks,
  skipLines,
  startsWith,
  until,
} from './cursor'
import { type ParseScript, plainText, readArithmetic, readWord } from './read-word'
import type { CaseEnd, Command, Compound, List, Word, WordPart } from './syntax'

/** The parts of the grammar that compounds contain. */
export interface Grammar {
  readonly list: (cursor: Cursor) => List
  readonly command: (cursor: Cursor) => Command
  readonly script: ParseScript
}

function reject(cursor: Cursor): never {
  if (isAtEnd(cursor)) needMore()
  const operator = peekOperator(cursor)
  const word =
    operator === ''
      ? (/^[^ \t\n;&|<>()]+/.exec(cursor.text.slice(cursor.position, cursor.position + 80))?.[0] ?? peek(cursor))
      : operator
  return fail({ about: 'token', token: word === '\n' ? 'newline' : word, line: cursor.line })
}

function isKeyword(cursor: Cursor, word: string): boolean {
  return startsWith(cursor, word) && ' \t\n;&|<>()'.includes(peek(cursor, word.length))
}

function expect(cursor: Cursor, word: string): void {
  skipLines(cursor)
  if (!isKeyword(cursor, word)) reject(cursor)
  cursor.position += word.length
}

function readIf(cursor: Cursor, grammar: Grammar): Compound {
  const branches: { condition: List; body: List }[] = []
  let otherwise: List | null = null
  for (;;) {
    const condition = until(cursor, 'then', () => listBefore(cursor, grammar, 'then'))
    const body = until(cursor, 'fi', () => {
      const list = grammar.list(cursor)
      skipLines(cursor)
      if (isAtEnd(cursor)) needMore()
      return list
    })
    branches.push({ condition, body })
    if (isKeyword(cursor, 'elif')) cursor.position += 4
    else break
  }
  if (isKeyword(cursor, 'else')) {
    cursor.position += 4
    otherwise = until(cursor, 'fi', () => grammar.list(cursor))
  }
  until(cursor, 'fi', () => expect(cursor, 'fi'))
  return { node: 'if', branches, otherwise }
}

/** A list and the word after it. */
function listBefore(cursor: Cursor, grammar: Grammar, word: string): List {
  const list = grammar.list(cursor)
  expect(cursor, word)
  return list
}

function readBody(cursor: Cursor, grammar: Grammar): List {
  until(cursor, 'do', () => expect(cursor, 'do'))
  return until(cursor, 'done', () => listBefore(cursor, grammar, 'done'))
}

function readArithmeticText(cursor: Cursor): string {
  const start = cursor.position
  let depth = 0
  for (let index = start; index < cursor.text.length; index += 1) {
    const char = cursor.text[index]
    if (char === '(') depth += 1
    else if (char === ')' && depth > 0) depth -= 1
    else if (char === ')' && cursor.text[index + 1] === ')') {
      cursor.position = index + 2
      return cursor.text.slice(start, index)
    }
  }
  return needMore()
}

function readForArithmetic(cursor: Cursor, grammar: Grammar): Compound {
  cursor.position += 2
  const [start = '', condition = '', step = ''] = readArithmeticText(cursor).split(';')
  skipBlanks(cursor)
  if (peek(cursor) === ';') cursor.position += 1
  const word = (text: string): Word => readArithmetic(cursor, text.trim(), grammar.script)
  const body = readBody(cursor, grammar)
  return { node: 'for-arithmetic', start: word(start), condition: word(condition), step: word(step), body }
}

function readFor(cursor: Cursor, grammar: Grammar): Compound {
  const start = cursor.position
  skipBlanks(cursor)
  if (startsWith(cursor, '((') && cursor.dialect === 'bash') return readForArithmetic(cursor, grammar)
  const name = plainText(readWord(cursor, grammar.script) ?? [])
  if (name === null) reject(cursor)
  skipLines(cursor)
  let words: Word[] | null = null
  if (isKeyword(cursor, 'in')) {
    cursor.position += 2
    words = []
    for (;;) {
      skipBlanks(cursor)
      const word = readWord(cursor, grammar.script)
      if (word === null) break
      words.push(...(cursor.dialect === 'bash' ? expandBraces(word) : [word]))
    }
  }
  skipBlanks(cursor)
  const head = `for ${cursor.text.slice(start, cursor.position).trim()}`
  if (peek(cursor) === ';' && peek(cursor, 1) !== ';') cursor.position += 1
  return { node: 'for', name, words, body: readForBody(cursor, grammar), head }
}

/** bash takes braces for `do` and `done`. */
function readForBody(cursor: Cursor, grammar: Grammar): List {
  skipLines(cursor)
  if (cursor.dialect !== 'bash' || !isKeyword(cursor, '{')) return readBody(cursor, grammar)
  cursor.position += 1
  return until(cursor, '}', () => listBefore(cursor, grammar, '}'))
}

function readPatterns(cursor: Cursor, grammar: Grammar): Word[] {
  if (peek(cursor) === '(') cursor.position += 1
  const patterns: Word[] = []
  for (;;) {
    skipBlanks(cursor)
    const pattern = readWord(cursor, grammar.script)
    if (pattern === null) reject(cursor)
    patterns.push(pattern)
    skipBlanks(cursor)
    const separator = peek(cursor)
    if (separator !== '|' && separator !== ')') reject(cursor)
    cursor.position += 1
    if (separator === ')') return patterns
  }
}

const caseEnds: readonly CaseEnd[] = [';;&', ';&', ';;']

function isBranchEnd(cursor: Cursor): boolean {
  skipLines(cursor)
  return startsWith(cursor, ';;') || startsWith(cursor, ';&') || isKeyword(cursor, 'esac')
}

function readCase(cursor: Cursor, grammar: Grammar): Compound {
  const start = cursor.position
  skipBlanks(cursor)
  const word = readWord(cursor, grammar.script)
  if (word === null) reject(cursor)
  const head = `case ${cursor.text.slice(start, cursor.position).trim()} in`
  expect(cursor, 'in')
  const branches: { patterns: readonly Word[]; body: List; end: CaseEnd }[] = []
  for (;;) {
    skipLines(cursor)
    if (isKeyword(cursor, 'esac')) break
    const patterns = until(cursor, ')', () => {
      if (isAtEnd(cursor)) needMore()
      return readPatterns(cursor, grammar)
    })
    const body = until(cursor, ';;', () => {
      const list = isBranchEnd(cursor) ? [] : grammar.list(cursor)
      skipLines(cursor)
      if (isAtEnd(cursor)) needMore()
      return list
    })
    const end = (cursor.dialect === 'bash' ? caseEnds : caseEnds.slice(-1)).find((each) => startsWith(cursor, each))
    branches.push({ patterns, body, end: end ?? ';;' })
    if (end !== undefined) cursor.position += end.length
    else if (!isKeyword(cursor, 'esac')) reject(cursor)
  }
  cursor.position += 4
  return { node: 'case', word, branches, head }
}

/** A regular expression behind `=~`: parentheses and bars are its own. */
function readExpression(cursor: Cursor, grammar: Grammar): Word | null {
  const parts: WordPart[] = []
  for (;;) {
    const word = readWord(cursor, grammar.script)
    if (word !== null) parts.push(...word)
    else if (/[()|<>]/.test(peek(cursor))) {
      parts.push({ part: 'text', text: peek(cursor), quoted: false })
      cursor.position += 1
    } else return parts.length === 0 ? null : parts
  }
}

const testOperators = ['&&', '||', '(', ')', '<', '>']

function readTest(cursor: Cursor, grammar: Grammar): Compound {
  const words: Word[] = []
  for (;;) {
    skipLines(cursor)
    if (isAtEnd(cursor)) needMore()
    const isOperand = plainText(words.at(-1) ?? []) === '=~'
    const operator = isOperand ? undefined : testOperators.find((each) => startsWith(cursor, each))
    if (operator !== undefined) {
      cursor.position += operator.length
      words.push([{ part: 'text', text: operator, quoted: false }])
      continue
    }
    const isExpression = plainText(words.at(-1) ?? []) === '=~'
    const word = isExpression ? readExpression(cursor, grammar) : readWord(cursor, grammar.script)
    if (word === null) reject(cursor)
    if (plainText(word) === ']]') return { node: 'test', words }
    words.push(word)
  }
}

function readFunction(cursor: Cursor, grammar: Grammar): Compound {
  skipBlanks(cursor)
  const name = plainText(readWord(cursor, grammar.script) ?? [])
  if (name === null) reject(cursor)
  skipBlanks(cursor)
  if (startsWith(cursor, '()')) cursor.position += 2
  skipLines(cursor)
  return { node: 'function', name, body: grammar.command(cursor) }
}

/** Reads the compound command that `keyword` (at the cursor) opens. */
export function readCompound(cursor: Cursor, keyword: string, grammar: Grammar): Compound {
  cursor.position += keyword.length
  switch (keyword) {
    case 'if':
      return readIf(cursor, grammar)
    case 'while':
    case 'until': {
      const condition = until(cursor, 'do', () => {
        const list = grammar.list(cursor)
        skipLines(cursor)
        if (isAtEnd(cursor)) needMore()
        return list
      })
      return { node: 'loop', kind: keyword, condition, body: readBody(cursor, grammar) }
    }
    case 'for':
      return readFor(cursor, grammar)
    case 'case':
      return readCase(cursor, grammar)
    case '{': {
      return { node: 'group', body: until(cursor, '}', () => listBefore(cursor, grammar, '}')) }
    }
    case '((':
      return {
        node: 'arithmetic',
        expression: readArithmetic(
          cursor,
          until(cursor, '((', () => readArithmeticText(cursor)),
          grammar.script,
        ),
      }
    case '[[':
      return readTest(cursor, grammar)
    case 'function':
      return readFunction(cursor, grammar)
    default: {
      return {
        node: 'subshell',
        body: until(cursor, ')', () => {
          const body = grammar.list(cursor)
          skipLines(cursor)
          if (peek(cursor) !== ')') reject(cursor)
          cursor.position += 1
          return body
        }),
      }
    }
  }
}
