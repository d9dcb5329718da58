import { type Instruction, runProgram } from './pike'

/** A POSIX regular expression, matched without backtracking: time is text × pattern, whatever anybody types. */
export interface RegularExpression {
  readonly program: readonly Instruction[]
  readonly groups: number
  readonly ignoreCase: boolean
}

export interface Match {
  readonly start: number
  readonly end: number
  /** Text of \1, \2…; an empty string where a group took no part. */
  readonly groups: readonly string[]
}

type Node =
  | { readonly node: 'char'; readonly char: string }
  | { readonly node: 'any' }
  | { readonly node: 'set'; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] }
  | { readonly node: 'start' | 'end' | 'boundary' }
  | { readonly node: 'group'; readonly index: number; readonly body: Node }
  | { readonly node: 'repeat'; readonly body: Node; readonly min: number; readonly max: number | null }
  | { readonly node: 'sequence'; readonly items: readonly Node[] }
  | { readonly node: 'choice'; readonly items: readonly Node[] }

interface Parser {
  readonly text: string
  readonly extended: boolean
  position: number
  groups: number
  depth: number
}

const instructionsMax = 4000
const depthMax = 40

const classRanges: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  alpha: [
    ['a', 'z'],
    ['A', 'Z'],
  ],
  digit: [['0', '9']],
  alnum: [
    ['a', 'z'],
    ['A', 'Z'],
    ['0', '9'],
  ],
  upper: [['A', 'Z']],
  lower: [['a', 'z']],
  space: [
    [' ', ' '],
    ['\t', '\r'],
  ],
  blank: [
    [' ', ' '],
    ['\t', '\t'],
  ],
  punct: [
    ['!', '/'],
    [':', '@'],
    ['[', '`'],
    ['{', '~'],
  ],
  xdigit: [
    ['0', '9'],
    ['a', 'f'],
    ['A', 'F'],
  ],
}

const escapedClasses: Readonly<Record<string, Node>> = {
  w: {
    node: 'set',
    negated: false,
    ranges: [
      ['a', 'z'],
      ['A', 'Z'],
      ['0', '9'],
      ['_', '_'],
    ],
  },
  W: {
    node: 'set',
    negated: true,
    ranges: [
      ['a', 'z'],
      ['A', 'Z'],
      ['0', '9'],
      ['_', '_'],
    ],
  },
  s: {
    node: 'set',
    negated: false,
    ranges: [
      [' ', ' '],
      ['\t', '\r'],
    ],
  },
  S: {
    node: 'set',
    negated: true,
    ranges: [
      [' ', ' '],
      ['\t', '\r'],
    ],
  },
  b: { node: 'boundary' },
  '<': { node: 'boundary' },
  '>': { node: 'boundary' },
}

function at(parser: Parser, ahead = 0): string {
  return parser.text[parser.position + ahead] ?? ''
}

/** Whether an operator stands here: bare in an extended expression, after a backslash in a basic one. */
function isOperator(parser: Parser, operator: string): boolean {
  return parser.extended ? at(parser) === operator : at(parser) === '\\' && at(parser, 1) === operator
}

function pass(parser: Parser): void {
  parser.position += parser.extended ? 1 : 2
}

function parseSet(parser: Parser): Node {
  parser.position += 1
  const negated = at(parser) === '^'
  if (negated) parser.position += 1
  const ranges: (readonly [string, string])[] = []
  for (let count = 0; parser.position < parser.text.length && (at(parser) !== ']' || count === 0); count += 1) {
    const name = /^\[:(\w+):\]/.exec(parser.text.slice(parser.position, parser.position + 12))
    if (name !== null) {
      ranges.push(...(classRanges[name[1] ?? ''] ?? []))
      parser.position += name[0].length
    } else if (at(parser, 1) === '-' && at(parser, 2) !== ']' && at(parser, 2) !== '') {
      ranges.push([at(parser), at(parser, 2)])
      parser.position += 3
    } else {
      ranges.push([at(parser), at(parser)])
      parser.position += 1
    }
  }
  parser.position += 1
  return { node: 'set', negated, ranges }
}

function parseGroup(parser: Parser): Node {
  pass(parser)
  parser.depth += 1
  const index = parser.groups + 1
  parser.groups = index
  const body: Node = parser.depth > depthMax ? { node: 'sequence', items: [] } : parseChoice(parser)
  parser.depth -= 1
  if (isOperator(parser, ')')) pass(parser)
  return { node: 'group', index, body }
}

function parseAtom(parser: Parser, isFirst: boolean): Node {
  const char = at(parser)
  if (isOperator(parser, '(')) return parseGroup(parser)
  if (char === '[') return parseSet(parser)
  parser.position += 1
  if (char === '.') return { node: 'any' }
  if (char === '^' && (parser.extended || isFirst)) return { node: 'start' }
  if (char === '$' && (parser.extended || at(parser) === '' || isOperator(parser, ')') || isOperator(parser, '|')))
    return { node: 'end' }
  if (char === '\\') {
    const next = at(parser)
    parser.position += 1
    return escapedClasses[next] ?? { node: 'char', char: next === 'n' ? '\n' : next === 't' ? '\t' : next }
  }
  return { node: 'char', char }
}

function parseBounds(parser: Parser): { readonly min: number; readonly max: number | null } | null {
  const match = (parser.extended ? /^\{(\d{0,3})(,?)(\d{0,3})\}/ : /^\\\{(\d{0,3})(,?)(\d{0,3})\\\}/).exec(
    parser.text.slice(parser.position, parser.position + 16),
  )
  if (match === null) return null
  parser.position += match[0].length
  const min = Number(match[1] ?? '0')
  return { min, max: match[2] === '' ? min : match[3] === '' ? null : Number(match[3]) }
}

function parseRepeats(parser: Parser, atom: Node): Node {
  let node = atom
  for (;;) {
    if (at(parser) === '*') {
      parser.position += 1
      node = { node: 'repeat', body: node, min: 0, max: null }
    } else if (isOperator(parser, '+') || isOperator(parser, '?')) {
      const isPlus = isOperator(parser, '+')
      pass(parser)
      node = { node: 'repeat', body: node, min: isPlus ? 1 : 0, max: isPlus ? null : 1 }
    } else {
      const bounds = parseBounds(parser)
      if (bounds === null) return node
      node = { node: 'repeat', body: node, ...bounds }
    }
  }
}

function parseSequence(parser: Parser): Node {
  const items: Node[] = []
  while (
    parser.position < parser.text.length &&
    !isOperator(parser, '|') &&
    !(parser.depth > 0 && isOperator(parser, ')'))
  ) {
    const isStar = items.length === 0 && at(parser) === '*'
    if (isStar) parser.position += 1
    const atom: Node = isStar ? { node: 'char', char: '*' } : parseAtom(parser, items.length === 0)
    items.push(parseRepeats(parser, atom))
  }
  return { node: 'sequence', items }
}

function parseChoice(parser: Parser): Node {
  const items = [parseSequence(parser)]
  while (isOperator(parser, '|')) {
    pass(parser)
    items.push(parseSequence(parser))
  }
  return items.length === 1 && items[0] !== undefined ? items[0] : { node: 'choice', items }
}

function emit(node: Node, out: Instruction[]): void {
  if (out.length > instructionsMax) return
  switch (node.node) {
    case 'char':
    case 'any':
    case 'set':
    case 'start':
    case 'end':
    case 'boundary':
      out.push(
        node.node === 'char'
          ? { op: 'char', char: node.char }
          : node.node === 'set'
            ? { op: 'set', negated: node.negated, ranges: node.ranges }
            : { op: node.node },
      )
      return
    case 'group':
      out.push({ op: 'save', slot: node.index * 2 })
      emit(node.body, out)
      out.push({ op: 'save', slot: node.index * 2 + 1 })
      return
    case 'sequence':
      for (const item of node.items) emit(item, out)
      return
    case 'choice':
      emitChoice(node.items, out)
      return
    case 'repeat':
      emitRepeat(node, out)
  }
}

function emitChoice(items: readonly Node[], out: Instruction[]): void {
  const ends: number[] = []
  for (const [index, item] of items.entries()) {
    const isLast = index === items.length - 1
    const split = out.length
    if (!isLast) out.push({ op: 'split', first: split + 1, second: 0 })
    emit(item, out)
    if (isLast) break
    ends.push(out.length)
    out.push({ op: 'jump', to: 0 })
    out[split] = { op: 'split', first: split + 1, second: out.length }
  }
  for (const end of ends) out[end] = { op: 'jump', to: out.length }
}

function emitRepeat(node: Extract<Node, { node: 'repeat' }>, out: Instruction[]): void {
  for (let count = 0; count < node.min; count += 1) emit(node.body, out)
  if (node.max === null) {
    const split = out.length
    out.push({ op: 'split', first: split + 1, second: 0 })
    emit(node.body, out)
    out.push({ op: 'jump', to: split })
    out[split] = { op: 'split', first: split + 1, second: out.length }
    return
  }
  const splits: number[] = []
  for (let count = node.min; count < node.max; count += 1) {
    splits.push(out.length)
    out.push({ op: 'split', first: out.length + 1, second: 0 })
    emit(node.body, out)
  }
  for (const split of splits) out[split] = { op: 'split', first: split + 1, second: out.length }
}

/** Compiles a basic or extended expression; null where it is beyond all reason in size. */
export function compileExpression(
  text: string,
  options: { readonly extended: boolean; readonly ignoreCase?: boolean },
): RegularExpression | null {
  if (text.length > 2000) return null
  const parser: Parser = { text, extended: options.extended, position: 0, groups: 0, depth: 0 }
  const program: Instruction[] = []
  emit(parseChoice(parser), program)
  program.push({ op: 'match' })
  return program.length > instructionsMax
    ? null
    : { program, groups: parser.groups, ignoreCase: options.ignoreCase === true }
}

/** The leftmost match at or after `from`, the longest of those; null without one. */
export function findMatch(expression: RegularExpression, text: string, from = 0): Match | null {
  const slots = runProgram(expression.program, text, from, expression.ignoreCase)
  const [start, end] = slots ?? []
  if (slots === null || start === undefined || end === undefined) return null
  const groups = Array.from({ length: expression.groups }, (_, index) => {
    const [a, b] = [slots[(index + 1) * 2], slots[(index + 1) * 2 + 1]]
    return a === undefined || b === undefined ? '' : text.slice(a, b)
  })
  return { start, end, groups }
}
