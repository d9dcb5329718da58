import { quoteGo } from '../format/go-quote'
import type { ClientVersion } from './client-version'
import type { FlagValues } from './command-line'
import type { FlagDefinition } from './command-table'

/** Checks a value and returns what is wrong with it in the client's words, or null. */
export type ValueCheck = (flag: FlagDefinition, value: string) => string | null

export interface FlagRules {
  readonly flags: readonly FlagDefinition[]
  readonly client: ClientVersion
  /** Stop at the first positional argument and leave the rest alone (pflag's `SetInterspersed(false)`). */
  readonly optionsFirst: boolean
  readonly check: ValueCheck
}

export type FlagParse =
  | {
      readonly ok: true
      readonly flags: FlagValues
      readonly args: readonly string[]
      readonly help: boolean
      /** `-h` was typed for `--help`, which is deprecated. */
      readonly shortHelp: boolean
    }
  | { readonly ok: false; readonly error: string }

interface Reading {
  readonly rules: FlagRules
  readonly argv: readonly string[]
  readonly values: Map<string, string[]>
  position: number
  help: boolean
  shortHelp: boolean
}

const HELP: FlagDefinition = {
  name: 'help',
  shorthand: 'h',
  type: 'bool',
  defaultText: null,
  clients: ['20.10', '28', '29'],
  hidden: true,
}

/** Reads options as spf13/pflag does, with its errors; the values are checked one by one from left to right. */
export function parseFlags(argv: readonly string[], rules: FlagRules): FlagParse {
  const reading: Reading = { rules, argv, values: new Map(), position: 0, help: false, shortHelp: false }
  const args: string[] = []
  while (reading.position < argv.length) {
    const word = argv[reading.position] ?? ''
    reading.position += 1
    if (word === '--') return finish(reading, [...args, ...argv.slice(reading.position)])
    if (word.length < 2 || !word.startsWith('-')) {
      if (rules.optionsFirst) return finish(reading, [...args, word, ...argv.slice(reading.position)])
      args.push(word)
      continue
    }
    const error = word.startsWith('--') ? readLong(reading, word) : readCluster(reading, word.slice(1))
    if (error !== null) return { ok: false, error }
  }
  return finish(reading, args)
}

function finish(reading: Reading, args: readonly string[]): FlagParse {
  const flags: FlagValues = Object.fromEntries(reading.values)
  return { ok: true, flags, args, help: reading.help, shortHelp: reading.shortHelp }
}

function readLong(reading: Reading, word: string): string | null {
  const text = word.slice(2)
  if (/^[-=]/.test(text)) return `bad flag syntax: ${word}`
  const equals = text.indexOf('=')
  const name = equals === -1 ? text : text.slice(0, equals)
  const flag = name === 'help' ? HELP : reading.rules.flags.find((known) => known.name === name && isIn(known, reading))
  if (flag === undefined) return `unknown flag: --${name}`
  if (equals !== -1) return setValue(reading, flag, text.slice(equals + 1))
  if (flag.type === 'bool') return setValue(reading, flag, 'true')
  return setNext(reading, flag, `flag needs an argument: ${word}`)
}

/** `-it`, `-p80:80`, `-e=A=1`: letters that take no value may be joined; the first that takes one has the rest. */
function readCluster(reading: Reading, letters: string): string | null {
  let rest = letters
  while (rest !== '') {
    const letter = [...rest][0] ?? ''
    const flag = findShort(reading, letter)
    if (flag === null) return `unknown shorthand flag: ${quoteRune(letter)} in -${rest}`
    if (flag === HELP) reading.shortHelp = true
    if (rest.length > 2 && rest[1] === '=') return setValue(reading, flag, rest.slice(2))
    const after = rest.slice(letter.length)
    if (flag.type !== 'bool') {
      if (after !== '') return setValue(reading, flag, after)
      return setNext(reading, flag, `flag needs an argument: ${quoteRune(letter)} in -${rest}`)
    }
    const error = setValue(reading, flag, 'true')
    if (error !== null) return error
    rest = after
  }
  return null
}

function findShort(reading: Reading, letter: string): FlagDefinition | null {
  const known = reading.rules.flags.find((flag) => flag.shorthand === letter && isIn(flag, reading))
  return known ?? (letter === 'h' ? HELP : null)
}

function setNext(reading: Reading, flag: FlagDefinition, missing: string): string | null {
  const value = reading.argv[reading.position]
  if (value === undefined) return missing
  reading.position += 1
  return setValue(reading, flag, value)
}

function setValue(reading: Reading, flag: FlagDefinition, value: string): string | null {
  const error = reading.rules.check(flag, value)
  if (error !== null) {
    const shown = flag.shorthand === null || flag === HELP ? `--${flag.name}` : `-${flag.shorthand}, --${flag.name}`
    return `invalid argument ${quoteGo(value)} for "${shown}" flag: ${error}`
  }
  if (flag === HELP) {
    reading.help = /^(?:1|t|T|TRUE|true|True)$/.test(value)
    return null
  }
  const values = reading.values.get(flag.name)
  if (values === undefined) reading.values.set(flag.name, [value])
  else values.push(value)
  return null
}

function isIn(flag: FlagDefinition, reading: Reading): boolean {
  return flag.clients.includes(reading.rules.client)
}

/** Go's `%q` of one character. */
function quoteRune(character: string): string {
  if (character === "'") return "'\\''"
  const quoted = quoteGo(character).slice(1, -1)
  return `'${quoted === '\\"' ? '"' : quoted}'`
}
