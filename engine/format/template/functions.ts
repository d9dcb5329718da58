import { quoteGo } from '../go-quote'
import { hexByte, utf8Bytes } from '../utf8'
import { compareValues } from './compare-values'
import type { Execution, Place } from './execution'
import { encodeGoJson } from './go-json'
import {
  boolValue,
  entriesOf,
  indirect,
  intValue,
  isTrue,
  itemsOf,
  memberOf,
  type Operand,
  stringsValue,
  stringValue,
  unwrap,
  zeroValue,
} from './go-value'
import { printVerb } from './print-value'
import { formatPrintf } from './printf'

/** A call of a function: where it stands and where its arguments do. */
export interface Call {
  readonly name: string
  readonly place: Place
  readonly command: Place
  readonly places: readonly Place[]
}

/** What a function gives, or why it fails in Go's words (`error calling index: …`). */
export type Result = { readonly ok: true; readonly value: Operand } | { readonly ok: false; readonly error: string }

interface FunctionRow {
  /** Kinds of the arguments: `string`, `int`, `strings` are checked as Go checks a call. */
  readonly parameters: readonly ('string' | 'int' | 'strings' | 'any')[]
  /** Whether the last parameter may come any number of times. */
  readonly variadic: boolean
  readonly run: (args: readonly Operand[], execution: Execution) => Result
}

export function callFunction(execution: Execution, call: Call, args: readonly Operand[]): Operand {
  const row = FUNCTIONS[call.name]
  if (row === undefined) return execution.fail(call.place, `${quoteGo(call.name)} is not a defined function`)
  const required = row.parameters.length - Number(row.variadic)
  if (args.length < required || (!row.variadic && args.length > required)) {
    const want = row.variadic ? `at least ${required}` : String(required)
    return execution.fail(call.place, `wrong number of args for ${call.name}: want ${want} got ${args.length}`)
  }
  if (execution.isHeader && TEXT_FUNCTIONS.includes(call.name)) return args[0] ?? null
  const checked = args.map((arg, index) => checkArgument(execution, call, row, arg, index))
  const result = row.run(checked, execution)
  return result.ok ? result.value : execution.fail(call.command, `error calling ${call.name}: ${result.error}`)
}

/** docker/cli's `HeaderFunctions` */
const TEXT_FUNCTIONS = ['json', 'split', 'join', 'title', 'lower', 'upper', 'pad', 'truncate']

const GO_NAMES = { string: 'string', int: 'int', strings: '[]string' }

function checkArgument(execution: Execution, call: Call, row: FunctionRow, arg: Operand, index: number): Operand {
  const kind = row.parameters[Math.min(index, row.parameters.length - 1)] ?? 'any'
  const inner = unwrap(arg)
  if (kind === 'any') return inner
  const place = call.places[index] ?? call.place
  const expected = GO_NAMES[kind]
  if (inner === null)
    return kind === 'strings' ? stringsValue([]) : execution.fail(place, `invalid value; expected ${expected}`)
  const value = indirect(inner) ?? inner
  const fits = kind === 'strings' ? isStrings(value, execution) : value.type.kind === kind
  return fits ? value : execution.fail(place, `wrong type for value; expected ${expected}; got ${inner.type.name}`)
}

/** Before 28 `join` takes a list of strings only; since then any list. */
function isStrings(value: NonNullable<Operand>, execution: Execution): boolean {
  if (value.type.kind !== 'slice') return false
  return execution.client !== '20.10' || value.type.element.kind === 'string'
}

function done(value: Operand): Result {
  return { ok: true, value }
}

function failed(error: string): Result {
  return { ok: false, error }
}

function text(arg: Operand | undefined): string {
  return arg === undefined || arg === null ? '' : String(arg.value)
}

function number(arg: Operand | undefined): number {
  return arg === undefined || arg === null ? 0 : Number(arg.value)
}

function onText(run: (value: string) => string): FunctionRow {
  return { parameters: ['string'], variadic: false, run: ([arg]) => done(stringValue(run(text(arg)))) }
}

function comparison(name: 'eq' | 'ne' | 'lt' | 'le' | 'gt' | 'ge'): FunctionRow {
  return { parameters: ['any', 'any'], variadic: name === 'eq', run: (args) => compareValues(name, args) }
}

/** Longer paddings are cut off. */
const PADDING_MAX = 10_000

const FUNCTIONS: Readonly<Record<string, FunctionRow>> = {
  json: { parameters: ['any'], variadic: false, run: ([arg]) => done(stringValue(encodeGoJson(arg ?? null, false))) },
  split: {
    parameters: ['string', 'string'],
    variadic: false,
    run: ([value, by]) => done(stringsValue(splitText(text(value), text(by)))),
  },
  join: {
    parameters: ['strings', 'string'],
    variadic: false,
    run: ([list, by]) => done(stringValue(joinItems(list ?? null, text(by)))),
  },
  lower: onText((value) => value.toLowerCase()),
  upper: onText((value) => value.toUpperCase()),
  title: onText((value) =>
    value.replace(
      /(^|[^\p{L}\p{Nd}_'])(\p{Ll})/gu,
      (_, before: string, letter: string) => before + letter.toUpperCase(),
    ),
  ),
  pad: {
    parameters: ['string', 'int', 'int'],
    variadic: false,
    run: ([value, before, after]) =>
      done(stringValue(text(value) === '' ? '' : spaces(number(before)) + text(value) + spaces(number(after)))),
  },
  truncate: {
    parameters: ['string', 'int'],
    variadic: false,
    run: ([value, length]) => done(stringValue(truncate(text(value), number(length)))),
  },
  print: { parameters: ['any'], variadic: true, run: (args) => done(stringValue(printJoined(args))) },
  println: {
    parameters: ['any'],
    variadic: true,
    run: (args) => done(stringValue(`${args.map(printVerb).join(' ')}\n`)),
  },
  printf: {
    parameters: ['string', 'any'],
    variadic: true,
    run: ([format, ...args]) => done(stringValue(formatPrintf(text(format), args))),
  },
  html: { parameters: ['any'], variadic: true, run: (args) => done(stringValue(escapeHtml(printJoined(args)))) },
  js: { parameters: ['any'], variadic: true, run: (args) => done(stringValue(escapeJs(printJoined(args)))) },
  urlquery: {
    parameters: ['any'],
    variadic: true,
    run: (args) => done(stringValue(escapeQuery(printJoined(args)))),
  },
  not: { parameters: ['any'], variadic: false, run: ([arg]) => done(boolValue(!isTrue(arg ?? null))) },
  len: { parameters: ['any'], variadic: false, run: ([arg]) => lengthOf(arg ?? null) },
  index: { parameters: ['any', 'any'], variadic: true, run: ([item, ...keys]) => indexInto(item ?? null, keys) },
  slice: { parameters: ['any', 'any'], variadic: true, run: ([item, ...bounds]) => sliceValue(item ?? null, bounds) },
  call: {
    parameters: ['any', 'any'],
    variadic: true,
    run: ([fn]) => failed(fn === null || fn === undefined ? 'call of nil' : `non-function of type ${fn.type.name}`),
  },
  eq: comparison('eq'),
  ne: comparison('ne'),
  lt: comparison('lt'),
  le: comparison('le'),
  gt: comparison('gt'),
  ge: comparison('ge'),
}

function splitText(value: string, by: string): readonly string[] {
  return by === '' ? [...value] : value.split(by)
}

function joinItems(list: Operand, by: string): string {
  if (list === null || list.type.kind !== 'slice') return ''
  const { element } = list.type
  return itemsOf(list.value)
    .map((item) => printVerb({ type: element, value: item }))
    .join(by)
}

function spaces(count: number): string {
  return ' '.repeat(Math.min(Math.max(0, count), PADDING_MAX))
}

/** Cuts by bytes in Go; texts here are cut by characters, which is the same for ASCII. */
function truncate(value: string, length: number): string {
  return length < 0 || value.length < length ? value : value.slice(0, length)
}

/** Go's `Sprint`: spaces between operands when neither is a string. */
function printJoined(args: readonly Operand[]): string {
  let joined = ''
  for (const [index, arg] of args.entries()) {
    const before = args[index - 1]
    const bothPlain = index > 0 && arg?.type.kind !== 'string' && before?.type.kind !== 'string'
    joined += (bothPlain ? ' ' : '') + printVerb(arg)
  }
  return joined
}

function lengthOf(arg: Operand): Result {
  const inner = indirect(arg)
  if (inner === null) return failed('len of nil pointer')
  if (inner.type.kind === 'string') return done(intValue(utf8Bytes(String(inner.value)).length))
  if (inner.type.kind === 'slice') return done(intValue(itemsOf(inner.value).length))
  if (inner.type.kind === 'map') return done(intValue(entriesOf(inner.value).length))
  return failed(`len of type ${inner.type.name}`)
}

function indexInto(item: Operand, keys: readonly Operand[]): Result {
  let current = indirect(item)
  if (current === null) return failed('index of untyped nil')
  for (const key of keys) {
    if (current === null) return failed('index of nil pointer')
    const step = indexOnce(current, unwrap(key))
    if (!step.ok) return step
    current = indirect(step.value)
  }
  return done(current)
}

function indexOnce(item: NonNullable<Operand>, key: Operand): Result {
  const { type, value } = item
  if (type.kind === 'map') {
    if (key === null || key.type.kind !== 'string') {
      return failed(
        key === null ? 'value is nil; should be of type string' : `value has type ${key.type.name}; should be string`,
      )
    }
    const entry = memberOf(value, String(key.value))
    return done(entry === undefined ? zeroValue(type.element) : { type: type.element, value: entry })
  }
  if (type.kind !== 'slice' && type.kind !== 'string') return failed(`can't index item of type ${type.name}`)
  if (key === null) return failed('cannot index slice/array with nil')
  if (key.type.kind !== 'int') return failed(`cannot index slice/array with type ${key.type.name}`)
  const at = Number(key.value)
  if (type.kind === 'string') {
    const code = String(value).charCodeAt(at)
    return Number.isNaN(code)
      ? failed(`index out of range: ${at}`)
      : done({ type: { kind: 'int', name: 'uint8' }, value: code })
  }
  const found = itemsOf(value)[at]
  return found === undefined ? failed(`index out of range: ${at}`) : done({ type: type.element, value: found })
}

function sliceValue(item: Operand, bounds: readonly Operand[]): Result {
  const inner = indirect(item)
  if (inner === null) return failed('slice of untyped nil')
  if (bounds.length > 3) return failed(`too many slice indexes: ${bounds.length}`)
  const { type, value } = inner
  if (type.kind !== 'string' && type.kind !== 'slice') return failed(`can't slice item of type ${type.name}`)
  if (type.kind === 'string' && bounds.length === 3) return failed('cannot 3-index slice a string')
  const length = type.kind === 'string' ? String(value).length : itemsOf(value).length
  const limits = [0, length]
  for (const [index, bound] of bounds.entries()) {
    if (bound === null || bound.type.kind !== 'int') {
      return failed(
        bound === null ? 'cannot index slice/array with nil' : `cannot index slice/array with type ${bound.type.name}`,
      )
    }
    const limit = Number(bound.value)
    if (limit < 0 || limit > length) return failed(`index out of range: ${limit}`)
    limits[index] = limit
  }
  const [from = 0, to = length] = limits
  if (from > to) return failed(`invalid slice index: ${from} > ${to}`)
  return done({ type, value: type.kind === 'string' ? String(value).slice(from, to) : itemsOf(value).slice(from, to) })
}

/** Go's `url.QueryEscape`. */
function escapeQuery(value: string): string {
  return utf8Bytes(value)
    .map((byte) => {
      const character = String.fromCharCode(byte)
      if (character === ' ') return '+'
      return /[A-Za-z0-9_.~-]/.test(character) ? character : `%${hexByte(byte).toUpperCase()}`
    })
    .join('')
}

const HTML: Readonly<Record<string, string>> = {
  '"': '&#34;',
  "'": '&#39;',
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '\u0000': '\uFFFD',
}

function escapeHtml(value: string): string {
  return value.replace(/["'&<>\u0000]/g, (character) => HTML[character] ?? character)
}

const JS: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '"': '\\"',
  '<': '\\u003C',
  '>': '\\u003E',
  '&': '\\u0026',
  '=': '\\u003D',
}

function escapeJs(value: string): string {
  return value.replace(
    /[\\'"<>&=\u0000-\u001f]/g,
    (character) => JS[character] ?? `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  )
}
