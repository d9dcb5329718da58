import { assertNever } from '@/engine/assert-never'
import { evaluateArithmetic } from './arithmetic'
import { expandGlob } from './glob'
import { compilePattern, matchesPattern, type Piece } from './pattern'
import { getVariable, type Run, setVariable } from './run'
import { type Bit, splitFields } from './split-fields'
import type { List, Word, WordPart } from './syntax'

/** What an expansion came to. `substitute`: a command substitution must run first; then expand again with its output. */
export type Expanded<T> =
  | { readonly kind: 'value'; readonly value: T }
  | { readonly kind: 'substitute'; readonly script: List }
  | { readonly kind: 'error'; readonly message: string; readonly status: number }

/** An expansion in progress: what it sets is kept aside until it succeeds. */
export interface Expansion {
  readonly run: Run
  readonly results: readonly string[]
  used: number
  readonly assigned: Map<string, string>
}

class Stop extends Error {
  readonly outcome: Exclude<Expanded<never>, { kind: 'value' }>
  constructor(outcome: Stop['outcome']) {
    super('expansion stopped')
    this.outcome = outcome
  }
}

function stopWith(message: string, status = 1): never {
  throw new Stop({ kind: 'error', message, status })
}

function get(expansion: Expansion, name: string): string | null {
  return expansion.assigned.get(name) ?? getVariable(expansion.run, name)
}

/** The value of a parameter that is no list, or null where it is not set. */
function parameterValue(expansion: Expansion, name: string): string | null {
  const { run } = expansion
  if (/^\d+$/.test(name)) return name === '0' ? run.name : (run.parameters[Number(name) - 1] ?? null)
  switch (name) {
    case '?':
      return String(run.status)
    case '$':
      return String(run.shellPid ?? run.system.process.pid)
    case '#':
      return String(run.parameters.length)
    case '!':
      return run.lastBackground === null ? null : String(run.lastBackground)
    case '-':
      return optionLetters(run)
    case '@':
    case '*':
      return run.parameters.length === 0 ? null : run.parameters.join(name === '*' ? starSeparator(expansion) : ' ')
    default:
      return get(expansion, name)
  }
}

function optionLetters(run: Run): string {
  const { options, source } = run
  const letters = [
    options.errexit && 'e',
    run.dialect === 'bash' && 'h',
    options.interactive && 'i',
    options.nounset && 'u',
    options.xtrace && 'x',
    run.dialect === 'bash' && 'B',
    source.from === 'text' && 'c',
    source.from === 'descriptor' && 's',
  ]
  return letters.filter((letter) => typeof letter === 'string').join('')
}

function starSeparator(expansion: Expansion): string {
  const ifs = get(expansion, 'IFS')
  return ifs === null ? ' ' : ifs.slice(0, 1)
}

function substitute(expansion: Expansion, script: List): string {
  const result = expansion.results[expansion.used]
  expansion.used += 1
  if (result === undefined) throw new Stop({ kind: 'substitute', script })
  return result
}

function arithmetic(expansion: Expansion, word: Word): string {
  const text = joined(expansion, word)
  const result = evaluateArithmetic(text, {
    get: (name) => parameterValue(expansion, name) ?? '',
    set: (name, value) => expansion.assigned.set(name, value),
  })
  if (result.ok) return String(result.value)
  return stopWith(
    expansion.run.dialect === 'bash'
      ? `${text}: ${result.error}`
      : `arithmetic expression: ${result.error.startsWith('division') ? 'division by zero' : 'expecting primary'}: "${text}"`,
    expansion.run.dialect === 'bash' ? 1 : 2,
  )
}

/** The text of a word without splitting or globbing: of an assignment, a redirection, `case`. */
function joined(expansion: Expansion, word: Word): string {
  return bitsOf(expansion, word)
    .map((bit) => (bit === 'break' ? ' ' : bit.text))
    .join('')
}

function patternOf(expansion: Expansion, word: Word) {
  return compilePattern(bitsOf(expansion, word).flatMap((bit) => (bit === 'break' ? [] : [bit])))
}

/** ${x#p} ${x##p} ${x%p} ${x%%p}. */
function removeAffix(value: string, operator: string, expansion: Expansion, word: Word): string {
  const pattern = patternOf(expansion, word)
  const isPrefix = operator.startsWith('#')
  const isLongest = operator.length === 2
  const lengths = Array.from({ length: Math.min(value.length, 5000) + 1 }, (_, index) => index)
  for (const length of isLongest ? lengths.toReversed() : lengths) {
    const cut = isPrefix ? value.slice(0, length) : value.slice(value.length - length)
    if (matchesPattern(pattern, cut)) return isPrefix ? value.slice(length) : value.slice(0, value.length - length)
  }
  return value
}

function replaceIn(value: string, all: boolean, expansion: Expansion, word: Word, second: Word | null): string {
  const pattern = patternOf(expansion, word)
  const replacement = second === null ? '' : joined(expansion, second)
  let result = ''
  let index = 0
  const short = value.slice(0, 2000)
  while (index < short.length) {
    let end = short.length
    while (end > index && !matchesPattern(pattern, short.slice(index, end))) end -= 1
    if (end === index) {
      result += short[index] ?? ''
      index += 1
      continue
    }
    result += replacement
    index = end
    if (!all) break
  }
  return result + value.slice(index)
}

function slice(value: string, expansion: Expansion, word: Word, second: Word | null): string {
  const number = (each: Word): number => Number(arithmetic(expansion, each))
  const offset = number(word)
  const start = offset < 0 ? Math.max(value.length + offset, 0) : offset
  if (offset < 0 && value.length + offset < 0) return ''
  if (second === null) return value.slice(start)
  const length = number(second)
  return length < 0 ? value.slice(start, value.length + length) : value.slice(start, start + length)
}

type Parameter = Extract<WordPart, { part: 'parameter' }>

function asText(text: string, part: Parameter): readonly Bit[] {
  return [{ text, quoted: part.quoted, split: !part.quoted }]
}

/** "$@" and $@: one field a parameter. */
function listBits(expansion: Expansion, part: Parameter): readonly Bit[] {
  const { parameters } = expansion.run
  if (part.name === '*' && part.quoted) return asText(parameters.join(starSeparator(expansion)), part)
  return parameters.flatMap((text, index): Bit[] =>
    index === 0
      ? [{ text, quoted: part.quoted, split: !part.quoted }]
      : ['break', { text, quoted: part.quoted, split: !part.quoted }],
  )
}

function wordBits(expansion: Expansion, word: Word | null, quoted: boolean): readonly Bit[] {
  return bitsOf(expansion, word ?? []).map((bit) =>
    bit === 'break' || quoted ? bit : { ...bit, split: bit.split || !bit.quoted },
  )
}

function unbound(expansion: Expansion, name: string): never {
  return stopWith(
    expansion.run.dialect === 'bash'
      ? `${/^\d+$/.test(name) ? `$${name}` : name}: unbound variable`
      : `${name}: parameter not set`,
    expansion.run.dialect === 'bash' ? 127 : 2,
  )
}

function parameterBits(expansion: Expansion, part: Parameter): readonly Bit[] {
  const { operator, name, word } = part
  const isList = name === '@' || name === '*'
  const value = parameterValue(expansion, name)
  const isEmpty = value === null || (operator.startsWith(':') && value === '')
  switch (operator) {
    case ':-':
    case '-':
      if (isEmpty) return wordBits(expansion, word, part.quoted)
      break
    case ':+':
    case '+':
      return isEmpty ? asText('', part) : wordBits(expansion, word, part.quoted)
    case ':=':
    case '=':
      if (!isEmpty) break
      expansion.assigned.set(name, joined(expansion, word ?? []))
      return asText(expansion.assigned.get(name) ?? '', part)
    case ':?':
    case '?': {
      if (!isEmpty) break
      const message = joined(expansion, word ?? [])
      return stopWith(
        `${name}: ${message === '' ? 'parameter null or not set' : message}`,
        expansion.run.dialect === 'bash' ? 127 : 2,
      )
    }
    default:
  }
  if (value === null && expansion.run.options.nounset && !isList) unbound(expansion, name)
  if (isList && operator !== 'length') return listBits(expansion, part)
  const text = value ?? ''
  switch (operator) {
    case 'length':
      return asText(String(isList ? expansion.run.parameters.length : Array.from(text).length), part)
    case '#':
    case '##':
    case '%':
    case '%%':
      return asText(removeAffix(text, operator, expansion, word ?? []), part)
    case '/':
    case '//':
      return asText(replaceIn(text, operator === '//', expansion, word ?? [], part.second), part)
    case ':':
      return asText(slice(text, expansion, word ?? [], part.second), part)
    default:
      return asText(text, part)
  }
}

function homeOf(expansion: Expansion, user: string): string {
  if (user === '') return get(expansion, 'HOME') ?? '/'
  return user === 'root' ? '/root' : `/home/${user}`
}

function bitsOf(expansion: Expansion, word: Word): readonly Bit[] {
  return word.flatMap((part): readonly Bit[] => {
    switch (part.part) {
      case 'text':
        return [{ text: part.text, quoted: part.quoted, split: false }]
      case 'tilde':
        return [{ text: homeOf(expansion, part.user), quoted: true, split: false }]
      case 'parameter':
        return parameterBits(expansion, part)
      case 'command':
        return [{ text: substitute(expansion, part.script), quoted: part.quoted, split: !part.quoted }]
      case 'arithmetic':
        return [{ text: arithmetic(expansion, part.expression), quoted: part.quoted, split: !part.quoted }]
      default:
        return assertNever(part)
    }
  })
}

/** Gives the bits of "$@" without parameters no field at all. */
function isNothing(bits: readonly Bit[], word: Word): boolean {
  return (
    bits.every((bit) => bit !== 'break' && bit.text === '') &&
    word.some((part) => part.part === 'parameter' && part.name === '@' && part.operator === '') &&
    word.every((part) => part.part === 'parameter' || (part.part === 'text' && part.text === ''))
  )
}

function attempt<T>(run: Run, results: readonly string[], expand: (expansion: Expansion) => T): Expanded<T> {
  const expansion: Expansion = { run, results, used: 0, assigned: new Map() }
  try {
    const value = expand(expansion)
    for (const [name, text] of expansion.assigned)
      if (!setVariable(run, name, text)) return { kind: 'error', message: `${name}: readonly variable`, status: 1 }
    return { kind: 'value', value }
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    return error.outcome
  }
}

const fieldsMax = 20_000

/** What a simple command needs expanded, in bash's order: words first, then redirections and assignments. */
export function expandTexts(
  run: Run,
  words: readonly Word[],
  results: readonly string[],
  before: readonly Word[] = [],
): Expanded<{ readonly fields: readonly string[]; readonly texts: readonly string[] }> {
  return attempt(run, results, (expansion) => {
    const fields = before.flatMap((word) => {
      const bits = bitsOf(expansion, word)
      if (run.parameters.length === 0 && isNothing(bits, word)) return []
      return splitFields(bits, get(expansion, 'IFS') ?? ' \t\n').flatMap((field) =>
        run.options.noglob ? [field.map((piece) => piece.text).join('')] : expandGlob(run.system, field),
      )
    })
    if (fields.length > fieldsMax) stopWith('Argument list too long', 126)
    return { fields, texts: words.map((word) => joined(expansion, word)) }
  })
}

/** Words as patterns (of `case`, of `[[ x == p ]]`), beside the text they are matched with. */
export function expandPatterns(
  run: Run,
  words: readonly Word[],
  results: readonly string[],
): Expanded<readonly (readonly Piece[])[]> {
  return attempt(run, results, (expansion) =>
    words.map((word) =>
      bitsOf(expansion, word).flatMap((bit) => (bit === 'break' ? [] : [{ text: bit.text, quoted: bit.quoted }])),
    ),
  )
}

export function expandArithmetic(run: Run, word: Word, results: readonly string[]): Expanded<string> {
  return attempt(run, results, (expansion) => arithmetic(expansion, word))
}
