import { quoteGo } from '../../format/go-quote'
import { malformed, type Parsed, parsed } from '../../specs/parsed'
import { splitWords } from './split-words'

/** What the text after an instruction's name and flags reads as. */
export interface LineArguments {
  readonly args: readonly string[]
  /** It was a JSON array: the exec form. */
  readonly json: boolean
}

type Reader = (rest: string, escapeSign: string) => Parsed<LineArguments>

const NOTHING: Parsed<LineArguments> = parsed({ args: [], json: false })
const NOT_STRINGS = 'when using JSON array syntax, arrays must be comprised of strings only'

function plain(args: readonly string[]): Parsed<LineArguments> {
  return parsed({ args, json: false })
}

/** How each instruction's arguments are read, by its name in lower case. */
const READERS: Readonly<Record<string, Reader>> = {
  add: readJsonOrList,
  arg: (rest, escapeSign) => plain(splitWords(rest, escapeSign)),
  cmd: readJsonOrLine,
  copy: readJsonOrList,
  entrypoint: readJsonOrLine,
  env: (rest, escapeSign) => readPairs(rest, 'ENV', escapeSign),
  expose: readList,
  from: readList,
  healthcheck: readHealthcheck,
  label: (rest, escapeSign) => readPairs(rest, 'LABEL', escapeSign),
  maintainer: readLine,
  run: readJsonOrLine,
  shell: readJsonOrLine,
  stopsignal: readLine,
  user: readLine,
  volume: readJsonOrList,
  workdir: readLine,
}

/** Names of all instructions, those suggested first for a slip first. */
export const INSTRUCTION_NAMES: readonly string[] = [
  'run',
  'from',
  'copy',
  ...['add', 'arg', 'cmd', 'entrypoint', 'env', 'expose', 'healthcheck', 'label', 'maintainer', 'onbuild'],
  ...['shell', 'stopsignal', 'user', 'volume', 'workdir'],
]

/** Reads the arguments of a line; an unknown instruction has one empty argument, as BuildKit's parser gives it. */
export function readLineArguments(name: string, rest: string, escapeSign: string): Parsed<LineArguments> {
  const reader = Object.hasOwn(READERS, name) ? READERS[name] : undefined
  return reader === undefined ? plain(['']) : reader(rest, escapeSign)
}

function readLine(rest: string): Parsed<LineArguments> {
  return rest === '' ? NOTHING : plain([rest])
}

function readList(rest: string): Parsed<LineArguments> {
  return rest === '' ? NOTHING : plain(rest.split(/[\t\v\f\r ]+/))
}

/** The strings of a JSON array, null for what is no JSON array, or the fault of one that holds something else. */
function readJson(rest: string): Parsed<LineArguments> | null {
  if (!rest.trimStart().startsWith('[')) return null
  let value: unknown
  try {
    value = JSON.parse(rest)
  } catch {
    return null
  }
  if (!Array.isArray(value)) return null
  const args = value.filter((word) => typeof word === 'string')
  return args.length === value.length ? parsed({ args, json: true }) : malformed(NOT_STRINGS)
}

function readJsonOrLine(rest: string): Parsed<LineArguments> {
  return rest === '' ? NOTHING : (readJson(rest) ?? plain([rest]))
}

function readJsonOrList(rest: string): Parsed<LineArguments> {
  return readJson(rest) ?? readList(rest)
}

function readHealthcheck(rest: string): Parsed<LineArguments> {
  const [, type = '', command = ''] = /^(\S*)\s*([\s\S]*)$/.exec(rest) ?? []
  if (type === '') return NOTHING
  const read = readJsonOrLine(command)
  return read.ok ? parsed({ args: [type, ...read.value.args], json: read.value.json }) : read
}

/**
 * `name=value …`, or the old form `name the whole rest`: three arguments a pair, the third is the sign between
 * them (`=`, or nothing in the old form).
 */
function readPairs(rest: string, name: string, escapeSign: string): Parsed<LineArguments> {
  const words = splitWords(rest, escapeSign)
  const [first] = words
  if (first === undefined) return NOTHING
  if (!first.includes('=')) {
    const match = /^([^\t\v\f\r ]*)[\t\v\f\r ]+([\s\S]*)$/.exec(rest)
    return match === null ? malformed(`${name} must have two arguments`) : plain([match[1] ?? '', match[2] ?? '', ''])
  }
  const args: string[] = []
  for (const word of words) {
    const equals = word.indexOf('=')
    if (equals === -1)
      return malformed(`Syntax error - can't find = in ${quoteGo(word)}. Must be of the form: name=value`)
    args.push(word.slice(0, equals), word.slice(equals + 1), '=')
  }
  return plain(args)
}
