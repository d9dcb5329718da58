import type { Expression, Place } from './syntax'
import { AwkFault, type Token } from './token'

/** A position among tokens. */
export interface Reader {
  readonly tokens: readonly Token[]
  index: number
  depth: number
}

export function peek(reader: Reader, ahead = 0): Token {
  return reader.tokens[reader.index + ahead] ?? { kind: 'end', text: '' }
}

export function isAt(reader: Reader, text: string): boolean {
  const token = peek(reader)
  return (token.kind === 'operator' || token.kind === 'keyword') && token.text === text
}

export function accept(reader: Reader, text: string): boolean {
  if (!isAt(reader, text)) return false
  reader.index += 1
  return true
}

export function syntaxError(reader: Reader): never {
  const { kind, text } = peek(reader)
  throw new AwkFault(`syntax error at or near ${kind === 'end' || kind === 'newline' ? 'end of line' : text}`)
}

export function expect(reader: Reader, text: string): void {
  if (!accept(reader, text)) syntaxError(reader)
}

export function skipNewlines(reader: Reader): void {
  while (peek(reader).kind === 'newline') reader.index += 1
}

const assignments = ['=', '+=', '-=', '*=', '/=', '%=', '^=']

function isPlace(value: Expression): value is Place {
  return value.node === 'variable' || value.node === 'element' || value.node === 'field'
}

/** What an expression may not hold where it stands: `>` in print, `in` in `for (x in …)`. */
export interface Limits {
  readonly noGreater?: boolean
  readonly noIn?: boolean
}

export function readExpression(reader: Reader, limits: Limits = {}): Expression {
  if (reader.depth > 100) throw new AwkFault('expression too deep')
  reader.depth += 1
  const left = readChoice(reader, limits)
  const { kind, text } = peek(reader)
  let result = left
  if (kind === 'operator' && assignments.includes(text) && isPlace(left)) {
    reader.index += 1
    skipNewlines(reader)
    result = { node: 'assign', operator: text, place: left, value: readExpression(reader, limits) }
  }
  reader.depth -= 1
  return result
}

function readChoice(reader: Reader, limits: Limits): Expression {
  const condition = readOr(reader, limits)
  if (!accept(reader, '?')) return condition
  skipNewlines(reader)
  const yes = readExpression(reader, limits)
  skipNewlines(reader)
  expect(reader, ':')
  skipNewlines(reader)
  return { node: 'choice', condition, yes, no: readExpression(reader, limits) }
}

function readOr(reader: Reader, limits: Limits): Expression {
  let left = readAnd(reader, limits)
  while (accept(reader, '||')) {
    skipNewlines(reader)
    left = { node: 'or', left, right: readAnd(reader, limits) }
  }
  return left
}

function readAnd(reader: Reader, limits: Limits): Expression {
  let left = readIn(reader, limits)
  while (accept(reader, '&&')) {
    skipNewlines(reader)
    left = { node: 'and', left, right: readIn(reader, limits) }
  }
  return left
}

function readIn(reader: Reader, limits: Limits): Expression {
  let left = readMatch(reader, limits)
  while (limits.noIn !== true && accept(reader, 'in')) {
    const { text } = peek(reader)
    reader.index += 1
    left = { node: 'in', keys: left.node === 'group' ? left.expressions : [left], name: text }
  }
  return left
}

function readMatch(reader: Reader, limits: Limits): Expression {
  let left = readComparison(reader, limits)
  while (isAt(reader, '~') || isAt(reader, '!~')) {
    const negated = peek(reader).text === '!~'
    reader.index += 1
    left = { node: 'match', negated, left, right: readComparison(reader, limits) }
  }
  return left
}

const comparisons = ['<', '<=', '==', '!=', '>', '>=']

function readComparison(reader: Reader, limits: Limits): Expression {
  const left = readConcatenation(reader, limits)
  const { kind, text } = peek(reader)
  if (kind !== 'operator' || !comparisons.includes(text) || (text === '>' && limits.noGreater === true)) return left
  reader.index += 1
  return { node: 'binary', operator: text, left, right: readConcatenation(reader, limits) }
}

/** Whether a token can begin an operand that is joined to the one before. */
function beginsOperand({ kind, text }: Token): boolean {
  if (kind === 'operator') return ['$', '!', '(', '-', '+', '++', '--'].includes(text)
  return kind === 'number' || kind === 'string' || kind === 'name' || kind === 'call'
}

function readConcatenation(reader: Reader, limits: Limits): Expression {
  let left = readSum(reader, limits)
  while (beginsOperand(peek(reader)) && !isAt(reader, '+') && !isAt(reader, '-'))
    left = { node: 'binary', operator: ' ', left, right: readSum(reader, limits) }
  return left
}

function readSum(reader: Reader, limits: Limits): Expression {
  let left = readProduct(reader, limits)
  while (isAt(reader, '+') || isAt(reader, '-')) {
    const operator = peek(reader).text
    reader.index += 1
    left = { node: 'binary', operator, left, right: readProduct(reader, limits) }
  }
  return left
}

function readProduct(reader: Reader, limits: Limits): Expression {
  let left = readUnary(reader, limits)
  while (isAt(reader, '*') || isAt(reader, '/') || isAt(reader, '%')) {
    const operator = peek(reader).text
    reader.index += 1
    left = { node: 'binary', operator, left, right: readUnary(reader, limits) }
  }
  return left
}

function readUnary(reader: Reader, limits: Limits): Expression {
  if (reader.depth > 100) throw new AwkFault('expression too deep')
  for (const operator of ['!', '-', '+'] as const) {
    if (!accept(reader, operator)) continue
    reader.depth += 1
    const operand = readUnary(reader, limits)
    reader.depth -= 1
    return { node: 'unary', operator, operand }
  }
  return readPower(reader, limits)
}

function readPower(reader: Reader, limits: Limits): Expression {
  const left = readPostfix(reader, limits)
  if (!accept(reader, '^')) return left
  const right =
    isAt(reader, '-') || isAt(reader, '+') || isAt(reader, '!') ? readUnary(reader, limits) : readPower(reader, limits)
  return { node: 'binary', operator: '^', left, right }
}

function readPostfix(reader: Reader, limits: Limits): Expression {
  for (const by of [1, -1] as const) {
    if (!accept(reader, by === 1 ? '++' : '--')) continue
    const place = readPrimary(reader, limits)
    if (!isPlace(place)) syntaxError(reader)
    return { node: 'step', place, by, isPrefix: true }
  }
  const value = readPrimary(reader, limits)
  if (isPlace(value) && (isAt(reader, '++') || isAt(reader, '--'))) {
    const by = peek(reader).text === '++' ? 1 : -1
    reader.index += 1
    return { node: 'step', place: value, by, isPrefix: false }
  }
  return value
}

export function readArguments(reader: Reader, closing: string, limits: Limits = {}): readonly Expression[] {
  const args: Expression[] = []
  skipNewlines(reader)
  if (accept(reader, closing)) return args
  for (;;) {
    args.push(readExpression(reader, limits))
    skipNewlines(reader)
    if (accept(reader, closing)) return args
    expect(reader, ',')
    skipNewlines(reader)
  }
}

function readPrimary(reader: Reader, limits: Limits): Expression {
  const { kind, text } = peek(reader)
  reader.index += 1
  if (kind === 'number') return { node: 'number', value: Number(text) }
  if (kind === 'string') return { node: 'string', value: text }
  if (kind === 'regex') return { node: 'regex', source: text }
  if (kind === 'call') {
    reader.index += 1
    return { node: 'call', name: text, args: readArguments(reader, ')') }
  }
  if (kind === 'name') {
    if (accept(reader, '[')) return { node: 'element', name: text, keys: readArguments(reader, ']') }
    return text === 'length' ? { node: 'call', name: text, args: [] } : { node: 'variable', name: text }
  }
  if (kind === 'operator' && text === '$') return { node: 'field', index: readFieldIndex(reader, limits) }
  if (kind === 'operator' && text === '(') {
    const expressions = readArguments(reader, ')')
    return { node: 'group', expressions }
  }
  if (kind === 'keyword' && text === 'getline') {
    const { kind: next, text: operator } = peek(reader)
    const takes = next === 'name' || (next === 'operator' && operator === '$')
    const place = takes ? readPrimary(reader, limits) : null
    return { node: 'getline', place: place !== null && isPlace(place) ? place : null }
  }
  reader.index -= 1
  return syntaxError(reader)
}

function readFieldIndex(reader: Reader, limits: Limits): Expression {
  if (isAt(reader, '++') || isAt(reader, '--')) return readPostfix(reader, limits)
  if (accept(reader, '-')) return { node: 'unary', operator: '-', operand: readPrimary(reader, limits) }
  return readPrimary(reader, limits)
}
