import { quoteGo } from '../../format/go-quote'
import { malformed, type Parsed, parsed } from '../../specs/parsed'
import { parseShellPattern, replaceMatches, trimPrefix, trimSuffix } from './shell-pattern'
import { collectWords, type WordCollector } from './word-collector'

/** Values of variables by name. */
export type Variables = Readonly<Record<string, string>>

/** How a word of a Dockerfile is read. */
export interface WordRules {
  readonly escapeSign: string
  /** Quotes stay in the result. */
  readonly keepsQuotes?: boolean
  /** Escape characters stay in the result. */
  readonly keepsEscapes?: boolean
  /** A variable without value stays as it is written. */
  readonly keepsUnset?: boolean
}

export interface ExpandedWord {
  /** The word with blanks as they are. */
  readonly text: string
  /** Split at the blanks outside quotations, those of values included. */
  readonly words: readonly string[]
  /** Variables it names that have no value. */
  readonly unset: readonly string[]
}

/** Longest word, in characters: what Linux takes as one argument. */
const WORD_MAX = 131_072
/** Deepest nesting of `${a:-${b:-…}}` that is read. */
const DEPTH_MAX = 50

interface Reader {
  /** Shared by a word and the operands inside it: an operand forgets the unfinished word before it, as in BuildKit. */
  readonly collector: WordCollector
  readonly characters: readonly string[]
  readonly variables: Variables
  readonly rules: WordRules
  readonly unset: Set<string>
  position: number
  keepsEscapes: boolean
  depth: number
}

/** A fault inside a word; it never leaves this file. */
class WordFault extends Error {}

/** Replaces variables and takes quotes away, as the builder reads the words of most instructions (BuildKit's shell lexer). */
export function expandWord(word: string, variables: Variables, rules: WordRules): Parsed<ExpandedWord> {
  const reader: Reader = {
    collector: collectWords(),
    characters: [...word],
    variables,
    rules,
    unset: new Set(),
    position: 0,
    keepsEscapes: rules.keepsEscapes ?? false,
    depth: 0,
  }
  try {
    const { text, words } = readUntil(reader, null)
    return parsed({ text, words, unset: [...reader.unset] })
  } catch (fault) {
    if (fault instanceof WordFault) return malformed(`failed to process ${quoteGo(word)}: ${fault.message}`)
    throw fault
  }
}

function peek(reader: Reader): string | undefined {
  return reader.characters[reader.position]
}

function next(reader: Reader): string | undefined {
  const character = reader.characters[reader.position]
  if (character !== undefined) reader.position += 1
  return character
}

/** Reads up to the character `stop`, which is taken too, or to the end (null). */
function readUntil(reader: Reader, stop: string | null): { readonly text: string; readonly words: readonly string[] } {
  const { collector } = reader
  const before = collector.begin()
  let text = ''
  for (let character = peek(reader); character !== undefined; character = peek(reader)) {
    if (character === stop) {
      next(reader)
      return { text, words: collector.finish(before) }
    }
    if (character === '$') {
      const value = readDollar(reader)
      text += value
      collector.add(value)
    } else if (character === "'" || character === '"') {
      const quoted = character === "'" ? readSingleQuoted(reader) : readDoubleQuoted(reader)
      text += quoted
      collector.addQuoted(quoted)
    } else text += readPlain(reader)
    if (text.length > WORD_MAX) throw new WordFault('argument list too long')
  }
  if (stop !== null) throw new WordFault(`unexpected end of statement while looking for matching ${stop}`)
  return { text, words: collector.finish(before) }
}

function readPlain(reader: Reader): string {
  const { collector } = reader
  const character = next(reader) ?? ''
  if (character !== reader.rules.escapeSign) {
    collector.add(character)
    return character
  }
  const kept = reader.keepsEscapes ? character : ''
  const escaped = kept + (next(reader) ?? '')
  if (escaped !== '') collector.addQuoted(escaped)
  return escaped
}

function readSingleQuoted(reader: Reader): string {
  const quote = reader.rules.keepsQuotes ? "'" : ''
  next(reader)
  let text = ''
  for (let character = next(reader); character !== undefined; character = next(reader)) {
    if (character === "'") return quote + text + quote
    text += character
  }
  throw new WordFault('unexpected end of statement while looking for matching single-quote')
}

function readDoubleQuoted(reader: Reader): string {
  const quote = reader.rules.keepsQuotes ? '"' : ''
  next(reader)
  let text = ''
  for (let character = peek(reader); character !== undefined; character = peek(reader)) {
    if (character === '$') {
      text += readDollar(reader)
      continue
    }
    next(reader)
    if (character === '"') return quote + text + quote
    text += character === reader.rules.escapeSign ? readEscapedInQuotes(reader, character) : character
  }
  throw new WordFault('unexpected end of statement while looking for matching double-quote')
}

/** Between double quotes the escape character is special before `"`, `$` and itself only. */
function readEscapedInQuotes(reader: Reader, escapeSign: string): string {
  const kept = reader.keepsEscapes ? escapeSign : ''
  const following = peek(reader)
  if (following === undefined) return kept
  if (following !== '"' && following !== '$' && following !== escapeSign) return kept + escapeSign
  next(reader)
  return kept + following
}

function readDollar(reader: Reader): string {
  next(reader)
  if (peek(reader) === '{') return readBraces(reader)
  const name = readName(reader)
  if (name === '') return '$'
  const value = lookUp(reader, name)
  return value ?? (reader.rules.keepsUnset ? `$${name}` : '')
}

/** A name, a number, or one of the shell's special parameters. */
function readName(reader: Reader): string {
  const first = peek(reader)
  if (first === undefined) return ''
  if (/^[@*#?\-$!]$/.test(first)) return next(reader) ?? ''
  const pattern = /^\p{Nd}$/u.test(first) ? /^\p{Nd}$/u : /^[\p{L}\p{Nd}_]$/u
  let name = ''
  for (let character = peek(reader); character !== undefined && pattern.test(character); character = peek(reader)) {
    name += character
    next(reader)
  }
  return name
}

function lookUp({ variables, unset }: Reader, name: string): string | null {
  if (Object.hasOwn(variables, name)) return variables[name] ?? ''
  unset.add(name)
  return null
}

function readBraces(reader: Reader): string {
  next(reader)
  const first = peek(reader)
  if (first === undefined) throw new WordFault("syntax error: missing '}'")
  if (first === '{' || first === '}' || first === ':') throw new WordFault('syntax error: bad substitution')
  const name = readName(reader)
  const sign = next(reader)
  reader.depth += 1
  if (reader.depth > DEPTH_MAX) throw new WordFault('syntax error: bad substitution')
  const value = readModified(reader, name, sign)
  reader.depth -= 1
  return value
}

function readModified(reader: Reader, name: string, sign: string | undefined): string {
  if (sign === '}') return lookUp(reader, name) ?? (reader.rules.keepsUnset ? `\${${name}}` : '')
  if (sign === '/') return readReplacement(reader, name)
  const modifier = sign === ':' ? next(reader) : sign
  const isColon = sign === ':'
  if (!isColon && (modifier === undefined || !'+-?#%'.includes(modifier)))
    throw new WordFault(`unsupported modifier (${sign ?? '\uFFFD'}) in substitution`)
  const signs = (isColon ? ':' : '') + (modifier ?? '\uFFFD')
  const word = readOperand(reader, '}', modifier === '#' || modifier === '%', "missing '}'")
  const value = lookUp(reader, name)
  if (value === null && reader.rules.keepsUnset) return `\${${name}${signs}${word}}`
  return applyModifier({ name, value, word, modifier: modifier ?? '', isColon, signs })
}

/** The text up to `stop`; patterns keep their escape characters. */
function readOperand(reader: Reader, stop: string, keepsEscapes: boolean, missing: string): string {
  const before = reader.keepsEscapes
  reader.keepsEscapes = keepsEscapes
  try {
    return readUntil(reader, stop).text
  } catch (fault) {
    if (fault instanceof WordFault && peek(reader) === undefined) throw new WordFault(`syntax error: ${missing}`)
    throw fault
  } finally {
    reader.keepsEscapes = before
  }
}

interface Modification {
  readonly name: string
  readonly value: string | null
  readonly word: string
  readonly modifier: string
  readonly isColon: boolean
  readonly signs: string
}

function applyModifier({ name, value, word, modifier, isColon, signs }: Modification): string {
  const isMissing = value === null || (isColon && value === '')
  if (modifier === '-') return isMissing ? word : value
  if (modifier === '+') return isMissing ? '' : word
  if (modifier === '?') {
    if (!isMissing) return value
    const fallback = value === null ? 'is not allowed to be unset' : 'is not allowed to be empty'
    throw new WordFault(`${name}: ${word === '' ? fallback : word}`)
  }
  if (isColon) throw new WordFault(`unsupported modifier (${signs}) in substitution`)
  const isLongest = word.startsWith(modifier)
  const pattern = patternOf(isLongest ? word.slice(1) : word)
  const trim = modifier === '#' ? trimPrefix : trimSuffix
  return trim(pattern, value ?? '', isLongest)
}

function patternOf(text: string) {
  const pattern = parseShellPattern(text)
  if (!pattern.ok) throw new WordFault(pattern.error)
  return pattern.value
}

/** `${name/pattern/replacement}`, with two slashes for every match. */
function readReplacement(reader: Reader, name: string): string {
  const all = peek(reader) === '/'
  if (all) next(reader)
  const pattern = readOperand(reader, '/', true, "missing '/' in $" + '{}')
  const replacement = readOperand(reader, '}', true, "missing '}'")
  const value = lookUp(reader, name)
  if (value === null && reader.rules.keepsUnset) return `\${${name}/${pattern}/${replacement}}`
  return replaceMatches(patternOf(pattern), value ?? '', replacement, all)
}
