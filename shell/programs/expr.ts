import { compileExpression, findMatch } from '../text/regular-expression'
import { defineCommand } from './define'

interface Reader {
  readonly words: readonly string[]
  index: number
}

class ExprFault extends Error {}

function peek(reader: Reader): string {
  return reader.words[reader.index] ?? ''
}

function take(reader: Reader): string {
  const word = reader.words[reader.index]
  if (word === undefined) throw new ExprFault(`syntax error: missing argument after '${reader.words.at(-1) ?? ''}'`)
  reader.index += 1
  return word
}

function number(text: string): bigint {
  if (!/^-?\d+$/.test(text)) throw new ExprFault('non-integer argument')
  return BigInt(text)
}

function matched(text: string, pattern: string): string {
  const expression = compileExpression(`^${pattern}`, { extended: false })
  const match = expression === null ? null : findMatch(expression, text)
  const hasGroup = pattern.includes('\\(')
  if (match === null) return hasGroup ? '' : '0'
  return hasGroup ? (match.groups[0] ?? '') : String(Array.from(text.slice(0, match.end)).length)
}

function readPrimary(reader: Reader): string {
  const word = take(reader)
  if (word === '(') {
    const value = readLevel(reader, 0)
    if (take(reader) !== ')') throw new ExprFault("syntax error: expecting ')'")
    return value
  }
  if (reader.index >= reader.words.length) return word
  if (word === 'length') return String(Array.from(readPrimary(reader)).length)
  if (word === 'substr') {
    const [text, from, length] = [readPrimary(reader), Number(readPrimary(reader)), Number(readPrimary(reader))]
    return from < 1 || length < 1 ? '' : text.slice(from - 1, from - 1 + length)
  }
  if (word === 'index') {
    const [text, chars] = [readPrimary(reader), readPrimary(reader)]
    return String(Array.from(text).findIndex((char) => chars.includes(char)) + 1)
  }
  if (word === 'match') return matched(readPrimary(reader), readPrimary(reader))
  return word
}

const levels: readonly (readonly string[])[] = [
  ['|'],
  ['&'],
  ['<', '<=', '=', '==', '!=', '>=', '>'],
  ['+', '-'],
  ['*', '/', '%'],
  [':'],
]

function isTrue(text: string): boolean {
  return text !== '' && !/^-?0+$/.test(text)
}

function compare(operator: string, left: string, right: string): boolean {
  const isNumeric = [left, right].every((word) => /^-?\d+$/.test(word))
  const order = isNumeric ? Number(BigInt(left) - BigInt(right)) : left < right ? -1 : left > right ? 1 : 0
  switch (operator) {
    case '<':
      return order < 0
    case '<=':
      return order <= 0
    case '!=':
      return order !== 0
    case '>=':
      return order >= 0
    case '>':
      return order > 0
    default:
      return order === 0
  }
}

function apply(operator: string, left: string, right: string): string {
  switch (operator) {
    case '|':
      return isTrue(left) ? left : isTrue(right) ? right : '0'
    case '&':
      return isTrue(left) && isTrue(right) ? left : '0'
    case ':':
      return matched(left, right)
    case '+':
      return String(number(left) + number(right))
    case '-':
      return String(number(left) - number(right))
    case '*':
      return String(number(left) * number(right))
    case '/':
    case '%': {
      const [a, b] = [number(left), number(right)]
      if (b === 0n) throw new ExprFault('division by zero')
      return String(operator === '/' ? a / b : a % b)
    }
    default:
      return compare(operator, left, right) ? '1' : '0'
  }
}

function readLevel(reader: Reader, level: number): string {
  const operators = levels[level]
  if (operators === undefined) return readPrimary(reader)
  let left = readLevel(reader, level + 1)
  while (operators.includes(peek(reader))) left = apply(take(reader), left, readLevel(reader, level + 1))
  return left
}

/** expr: integers, comparisons, `text : pattern`. */
export const expr = defineCommand('expr', ({ args, isBusybox }) => {
  if (args.length === 0) return { status: 2, error: "expr: missing operand\nTry 'expr --help' for more information.\n" }
  const reader: Reader = { words: args, index: 0 }
  try {
    const value = readLevel(reader, 0)
    if (reader.index < args.length) throw new ExprFault(`syntax error: unexpected argument '${peek(reader)}'`)
    return { status: isTrue(value) ? 0 : 1, output: `${value}\n` }
  } catch (fault) {
    if (!(fault instanceof ExprFault)) throw fault
    return {
      status: 2,
      error: `expr: ${isBusybox && fault.message.startsWith('syntax') ? 'syntax error' : fault.message}\n`,
    }
  }
})
