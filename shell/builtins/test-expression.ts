import type { System } from '@/engine/kernel/program'
import { compilePattern, matchesPattern, type Piece } from '../language/pattern'
import { compileExpression, findMatch } from '../text/regular-expression'

export interface Tested {
  readonly value: boolean
  readonly error: string | null
  /** What `=~` matched and its groups, or null where none was evaluated. */
  readonly groups: readonly string[] | null
}

/** What `[[` asks of its shell, and `[` does not. */
export interface TestShell {
  readonly isSet: (name: string) => boolean
  /** The value of an arithmetic expression. */
  readonly number: (text: string) => bigint
}

interface Reader {
  readonly words: readonly (readonly Piece[])[]
  index: number
  readonly system: System
  /** `[[`: && || instead of -a -o, patterns at the right of ==. */
  readonly double: TestShell | null
  groups: readonly string[] | null
}

class TestFault extends Error {}

function text(word: readonly Piece[] | undefined): string {
  return (word ?? []).map((piece) => piece.text).join('')
}

function peek(reader: Reader, ahead = 0): string | null {
  const word = reader.words[reader.index + ahead]
  return word === undefined ? null : text(word)
}

function integer(reader: Reader, word: string): bigint {
  if (reader.double !== null) return reader.double.number(word)
  const trimmed = word.trim()
  if (!/^[-+]?\d+$/.test(trimmed)) throw new TestFault(`${word}: integer expression expected`)
  return BigInt(trimmed.replace(/^\+/, ''))
}

function compareNumbers(operator: string, left: bigint, right: bigint): boolean {
  switch (operator) {
    case '-eq':
      return left === right
    case '-ne':
      return left !== right
    case '-lt':
      return left < right
    case '-le':
      return left <= right
    case '-gt':
      return left > right
    default:
      return left >= right
  }
}

const unary = new Set([
  '-n',
  '-z',
  '-e',
  '-a',
  '-f',
  '-d',
  '-r',
  '-w',
  '-x',
  '-s',
  '-h',
  '-L',
  '-t',
  '-b',
  '-c',
  '-p',
  '-S',
  '-u',
  '-g',
  '-k',
  '-O',
  '-G',
  '-v',
])
const binary = new Set(['=', '==', '!=', '<', '>', '-eq', '-ne', '-lt', '-le', '-gt', '-ge', '-nt', '-ot', '-ef', '=~'])

function permission(mode: number, letter: string): boolean {
  const bit = letter === 'r' ? 0o444 : letter === 'w' ? 0o222 : 0o111
  return (mode & bit) !== 0
}

function testFile(system: System, operator: string, name: string): boolean {
  const stat =
    name === '' ? null : system.files.stat(system.path(name), { followLast: operator !== '-h' && operator !== '-L' })
  if (stat === null || !stat.ok) return name === '/dev/null' && (operator === '-e' || operator === '-c')
  switch (operator) {
    case '-f':
      return stat.value.type === 'file'
    case '-d':
      return stat.value.type === 'directory'
    case '-h':
    case '-L':
      return stat.value.type === 'symlink'
    case '-s':
      return stat.value.size > 0
    case '-r':
    case '-w':
    case '-x':
      return (system.process.user === 'root' && operator !== '-x') || permission(stat.value.mode, operator.slice(1))
    case '-b':
    case '-c':
    case '-p':
    case '-S':
    case '-u':
    case '-g':
    case '-k':
      return operator === '-c' && stat.value.type === 'device'
    default:
      return true
  }
}

function testUnary(reader: Reader, operator: string, word: string): boolean {
  if (operator === '-n') return word !== ''
  if (operator === '-z') return word === ''
  if (operator === '-t') return reader.system.isTerminal(Number(word))
  if (operator === '-v') return reader.double?.isSet(word) ?? word in reader.system.process.environment
  return testFile(reader.system, operator, word)
}

function modified(reader: Reader, name: string): number {
  const stat = reader.system.files.stat(reader.system.path(name))
  return stat.ok ? stat.value.modifiedAt : -1
}

/** `=~`: an extended regular expression whose quoted parts mean themselves. */
function matchExpression(reader: Reader, left: string, word: readonly Piece[]): boolean {
  const source = word
    .map((piece) => (piece.quoted ? piece.text.replace(/[\\.[\]*^$+?(){}|]/g, '\\$&') : piece.text))
    .join('')
  const expression = compileExpression(source, { extended: true })
  if (expression === null) throw new TestFault('invalid regular expression')
  const match = findMatch(expression, left)
  reader.groups = match === null ? [] : [left.slice(match.start, match.end), ...match.groups]
  return match !== null
}

function testBinary(reader: Reader, left: string, operator: string, word: readonly Piece[]): boolean {
  const right = text(word)
  switch (operator) {
    case '=':
    case '==':
      return reader.double !== null ? matchesPattern(compilePattern(word), left) : left === right
    case '!=':
      return reader.double !== null ? !matchesPattern(compilePattern(word), left) : left !== right
    case '<':
      return left < right
    case '>':
      return left > right
    case '-nt':
      return modified(reader, left) > modified(reader, right)
    case '-ot':
      return modified(reader, left) < modified(reader, right)
    case '-ef':
      return reader.system.path(left) === reader.system.path(right)
    case '=~':
      return matchExpression(reader, left, word)
    default:
      return compareNumbers(operator, integer(reader, left), integer(reader, right))
  }
}

function readPrimary(reader: Reader): boolean {
  const word = peek(reader)
  if (word === null) throw new TestFault('argument expected')
  const left = reader.words.length - reader.index
  const second = peek(reader, 1)
  if (left >= 3 && second !== null && binary.has(second)) {
    reader.index += 3
    return testBinary(reader, word, second, reader.words[reader.index - 1] ?? [])
  }
  if (word === '!' && left > 1) {
    reader.index += 1
    return !readPrimary(reader)
  }
  if (word === '(' && left > 2) {
    reader.index += 1
    const value = readOr(reader)
    if (peek(reader) !== ')') throw new TestFault("`)' expected")
    reader.index += 1
    return value
  }
  if (unary.has(word) && second !== null && left >= 2) {
    reader.index += 2
    return testUnary(reader, word, second)
  }
  reader.index += 1
  return word !== ''
}

function readAnd(reader: Reader): boolean {
  let value = readPrimary(reader)
  while (peek(reader) === (reader.double !== null ? '&&' : '-a')) {
    reader.index += 1
    const right = readPrimary(reader)
    value = value && right
  }
  return value
}

function readOr(reader: Reader): boolean {
  let value = readAnd(reader)
  while (peek(reader) === (reader.double !== null ? '||' : '-o')) {
    reader.index += 1
    const right = readAnd(reader)
    value = value || right
  }
  return value
}

function surplus(reader: Reader): string {
  const { words } = reader
  if (words.length === 3) return `${peek(reader, 0) ?? ''}: binary operator expected`
  return words.length === 2 ? `${text(words[0])}: unary operator expected` : 'too many arguments'
}

/** Evaluates `test` / `[` (without its closing bracket), or `[[ … ]]` for a shell. Errors are worded as bash words them. */
export function evaluateTest(system: System, words: readonly (readonly Piece[])[], double: TestShell | null): Tested {
  if (words.length === 0) return { value: false, error: null, groups: null }
  const reader: Reader = { words, index: 0, system, double, groups: null }
  try {
    const value = readOr(reader)
    if (peek(reader) !== null) return { value: false, error: surplus(reader), groups: null }
    return { value, error: null, groups: reader.groups }
  } catch (error) {
    if (!(error instanceof TestFault)) throw error
    return { value: false, error: error.message, groups: null }
  }
}
