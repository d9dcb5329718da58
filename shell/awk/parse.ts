import {
  accept,
  expect,
  isAt,
  peek,
  type Reader,
  readArguments,
  readExpression,
  skipNewlines,
  syntaxError,
} from './parse-expression'
import type { AwkFunction, AwkProgram, Expression, Rule, Statement } from './syntax'
import { AwkFault, tokenize } from './token'

const depthMax = 100

function endStatement(reader: Reader): void {
  if (accept(reader, ';')) return
  if (peek(reader).kind === 'newline') reader.index += 1
  else if (!isAt(reader, '}') && peek(reader).kind !== 'end') syntaxError(reader)
}

function readBlock(reader: Reader): Statement {
  expect(reader, '{')
  const body: Statement[] = []
  for (;;) {
    while (peek(reader).kind === 'newline' || isAt(reader, ';')) reader.index += 1
    if (accept(reader, '}')) return { node: 'block', body }
    body.push(readStatement(reader))
  }
}

function readBody(reader: Reader): Statement {
  if (accept(reader, ';')) return { node: 'block', body: [] }
  skipNewlines(reader)
  return readStatement(reader)
}

function readPrint(reader: Reader, formatted: boolean): Statement {
  const args: Expression[] = []
  const ends = (): boolean =>
    peek(reader).kind === 'newline' || [';', '}', '>', '>>', '|'].some((text) => isAt(reader, text))
  while (!ends()) {
    args.push(readExpression(reader, { noGreater: true }))
    if (!accept(reader, ',')) break
    skipNewlines(reader)
  }
  const [only] = args
  const listed = args.length === 1 && only?.node === 'group' ? only.expressions : args
  for (const operator of ['>>', '>', '|'] as const) {
    if (!accept(reader, operator)) continue
    const target = readExpression(reader, { noGreater: true })
    return { node: 'print', formatted, args: listed, redirect: { operator, target } }
  }
  return { node: 'print', formatted, args: listed, redirect: null }
}

function readIf(reader: Reader): Statement {
  expect(reader, '(')
  const condition = readExpression(reader)
  expect(reader, ')')
  const yes = readBody(reader)
  const before = reader.index
  while (peek(reader).kind === 'newline' || isAt(reader, ';')) reader.index += 1
  if (accept(reader, 'else')) return { node: 'if', condition, yes, no: readBody(reader) }
  reader.index = before
  return { node: 'if', condition, yes, no: null }
}

function readFor(reader: Reader): Statement {
  expect(reader, '(')
  const [name, word, array, close] = [0, 1, 2, 3].map((ahead) => peek(reader, ahead))
  if (name?.kind === 'name' && word?.text === 'in' && word.kind === 'keyword' && close?.text === ')') {
    reader.index += 4
    return { node: 'for-in', name: name.text, array: array?.text ?? '', body: readBody(reader) }
  }
  const start = isAt(reader, ';') ? null : readSimple(reader)
  expect(reader, ';')
  skipNewlines(reader)
  const condition = isAt(reader, ';') ? null : readExpression(reader)
  expect(reader, ';')
  skipNewlines(reader)
  const step = isAt(reader, ')') ? null : readSimple(reader)
  expect(reader, ')')
  return { node: 'for', start, condition, step, body: readBody(reader) }
}

function readDo(reader: Reader): Statement {
  const body = readBody(reader)
  while (peek(reader).kind === 'newline' || isAt(reader, ';')) reader.index += 1
  expect(reader, 'while')
  expect(reader, '(')
  const condition = readExpression(reader)
  expect(reader, ')')
  return { node: 'while', condition, body, isDo: true }
}

function readSimple(reader: Reader): Statement {
  if (accept(reader, 'print')) return readPrint(reader, false)
  if (accept(reader, 'printf')) return readPrint(reader, true)
  if (accept(reader, 'delete')) {
    const { text } = peek(reader)
    reader.index += 1
    return { node: 'delete', name: text, keys: accept(reader, '[') ? readArguments(reader, ']') : null }
  }
  for (const node of ['break', 'continue', 'next'] as const) if (accept(reader, node)) return { node }
  for (const node of ['exit', 'return'] as const) {
    if (!accept(reader, node)) continue
    const isBare = peek(reader).kind === 'newline' || isAt(reader, ';') || isAt(reader, '}')
    return { node, value: isBare ? null : readExpression(reader) }
  }
  return { node: 'expression', value: readExpression(reader) }
}

function readStatement(reader: Reader): Statement {
  if (reader.depth > depthMax) throw new AwkFault('program too deep')
  reader.depth += 1
  const statement = readCompound(reader)
  reader.depth -= 1
  return statement
}

function readCompound(reader: Reader): Statement {
  if (isAt(reader, '{')) return readBlock(reader)
  if (accept(reader, 'if')) return readIf(reader)
  if (accept(reader, 'for')) return readFor(reader)
  if (accept(reader, 'while')) {
    expect(reader, '(')
    const condition = readExpression(reader)
    expect(reader, ')')
    return { node: 'while', condition, body: readBody(reader), isDo: false }
  }
  const statement = accept(reader, 'do') ? readDo(reader) : readSimple(reader)
  endStatement(reader)
  return statement
}

function readFunction(reader: Reader): readonly [string, AwkFunction] {
  const { text: name } = peek(reader)
  reader.index += 1
  expect(reader, '(')
  const parameters = readArguments(reader, ')').flatMap((each) => (each.node === 'variable' ? [each.name] : []))
  skipNewlines(reader)
  return [name, { parameters, body: readBlock(reader) }]
}

function readPattern(reader: Reader): Rule['pattern'] {
  if (accept(reader, 'BEGIN')) return { on: 'BEGIN' }
  if (accept(reader, 'END')) return { on: 'END' }
  if (isAt(reader, '{')) return { on: 'always' }
  const from = readExpression(reader)
  if (!accept(reader, ',')) return { on: 'expression', value: from }
  skipNewlines(reader)
  return { on: 'range', from, to: readExpression(reader) }
}

/** Parses an awk program; a fault comes as its message. */
export function parseAwk(source: string): AwkProgram | string {
  try {
    const reader: Reader = { tokens: tokenize(source), index: 0, depth: 0 }
    const rules: Rule[] = []
    const functions: Record<string, AwkFunction> = {}
    for (;;) {
      while (peek(reader).kind === 'newline' || isAt(reader, ';')) reader.index += 1
      if (peek(reader).kind === 'end') return { rules, functions }
      if (accept(reader, 'function') || accept(reader, 'func')) {
        const [name, body] = readFunction(reader)
        functions[name] = body
        continue
      }
      const pattern = readPattern(reader)
      const action = isAt(reader, '{') ? readBlock(reader) : null
      rules.push({ pattern, action })
      if (action === null) endStatement(reader)
    }
  } catch (error) {
    if (!(error instanceof AwkFault)) throw error
    return error.message
  }
}
