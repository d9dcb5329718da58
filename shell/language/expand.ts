import { assertNever } from '@/engine/assert-never'
import { arrayKeys, arrayValues, getArray } from './arrays'
import {
  type Expansion,
  elementKey,
  elementName,
  elementValue,
  evaluate,
  getAssigned,
  parameterValue,
  Stop,
  starSeparator,
  stopWith,
  unbound,
} from './expansion'
import { expandGlob } from './glob'
import { compilePattern, type Pattern, type Piece } from './pattern'
import { type Bit, splitFields } from './split-fields'
import type { List, Word, WordPart } from './syntax'
import { changeCase, cutText, quoteForShell, removeAffix, replaceMatches } from './transform'

type Parameter = Extract<WordPart, { part: 'parameter' }>

function substitute(expansion: Expansion, script: List): string {
  const result = expansion.results[expansion.used]
  expansion.used += 1
  if (result === undefined) throw new Stop({ kind: 'substitute', script })
  if (expansion.run.dialect === 'bash') expansion.status = result.status
  return result.text
}

/** `<(…)`: the output stands in a file (bash's would be below /dev/fd). */
function substituteFile(expansion: Expansion, script: List): string {
  const output = substitute(expansion, script)
  const path = `/tmp/.fd${64 - expansion.used}`
  const { files } = expansion.run.system
  files.write(path, { kind: 'text', text: output === '' ? '' : `${output}\n` })
  return path
}

/** The text of a word without splitting or globbing: of an assignment, a redirection, `case`. */
export function joined(expansion: Expansion, word: Word): string {
  return bitsOf(expansion, word)
    .map((bit) => (bit === 'break' ? ' ' : bit.text))
    .join('')
}

function patternOf(expansion: Expansion, word: Word): Pattern {
  return compilePattern(bitsOf(expansion, word).flatMap((bit) => (bit === 'break' ? [] : [bit])))
}

/** What a parameter gives: one value, or the values of `$@`, `$*`, `${a[@]}`, `${!a[@]}`. */
type Given =
  | { readonly kind: 'text'; readonly value: string | null }
  | { readonly kind: 'list'; readonly values: readonly string[]; readonly isStar: boolean }

function listOfIndex(part: Parameter): '@' | '*' | null {
  const [only, ...rest] = part.index ?? []
  return rest.length === 0 && only?.part === 'text' && (only.text === '@' || only.text === '*') ? only.text : null
}

function indirection(expansion: Expansion, part: Parameter): Given {
  const list = listOfIndex(part)
  if (list !== null) {
    const array = getArray(expansion.run, part.name)
    return { kind: 'list', values: array === null ? [] : arrayKeys(array), isStar: list === '*' }
  }
  const target = givenBy(expansion, { ...part, indirect: false })
  const name = target.kind === 'text' ? (target.value ?? '') : ''
  if (name === '') return stopWith(`${part.name}: invalid indirect expansion`, 1, true)
  const element = elementName(name)
  if (element === null && !/^(?:[A-Za-z_]\w*|\d+|[@*#?$!-])$/.test(name))
    return stopWith(`${name}: invalid variable name`)
  const index: Word | null = element === null ? null : [{ part: 'text', text: element.key, quoted: false }]
  return givenBy(expansion, { ...part, name: element?.name ?? name, index, indirect: false })
}

function givenBy(expansion: Expansion, part: Parameter): Given {
  if (part.indirect) return indirection(expansion, part)
  const { name } = part
  if (name === '@' || name === '*') return { kind: 'list', values: expansion.run.parameters, isStar: name === '*' }
  if (part.index === null) return { kind: 'text', value: parameterValue(expansion, name) }
  const list = listOfIndex(part)
  if (list !== null) {
    const array = getArray(expansion.run, name)
    return { kind: 'list', values: array === null ? [] : arrayValues(array), isStar: list === '*' }
  }
  const key = elementKey(expansion, name, joined(expansion, part.index))
  return { kind: 'text', value: elementValue(expansion, name, key) }
}

function asText(text: string, part: Parameter): readonly Bit[] {
  return [{ text, quoted: part.quoted, split: !part.quoted }]
}

/** "$@" and $@: one field a value. */
function listBits(expansion: Expansion, part: Parameter, values: readonly string[], isStar: boolean): readonly Bit[] {
  if (isStar && part.quoted) return asText(values.join(starSeparator(expansion)), part)
  const bits = values.map((text): Bit => ({ text, quoted: part.quoted, split: !part.quoted }))
  return bits.flatMap((bit, index) => (index === 0 ? [bit] : ['break' as const, bit]))
}

function wordBits(expansion: Expansion, word: Word | null, quoted: boolean): readonly Bit[] {
  return bitsOf(expansion, word ?? []).map((bit) =>
    bit === 'break' || quoted ? bit : { ...bit, split: bit.split || !bit.quoted },
  )
}

function assignDefault(expansion: Expansion, part: Parameter): readonly Bit[] {
  if (!/^[A-Za-z_]/.test(part.name)) return stopWith(`$${part.name}: cannot assign in this way`)
  const text = joined(expansion, part.word ?? [])
  const key = part.index === null ? null : elementKey(expansion, part.name, joined(expansion, part.index))
  expansion.assigned.set(key === null ? part.name : `${part.name}[${key}]`, text)
  return asText(text, part)
}

function requireValue(expansion: Expansion, part: Parameter): never {
  const message = joined(expansion, part.word ?? [])
  const isBash = expansion.run.dialect === 'bash'
  const reason = part.operator === ':?' ? 'parameter null or not set' : 'parameter not set'
  const status = isBash ? (expansion.run.isCommandString || expansion.run.subshell ? 127 : 1) : 2
  return stopWith(`${part.name}: ${message === '' ? reason : message}`, status)
}

/** `${x-…} ${x:=…}` and their like; null where the operator is another or the value is used as it is. */
function conditional(expansion: Expansion, part: Parameter, given: Given): readonly Bit[] | null {
  const { operator, word, quoted } = part
  const isColon = operator.startsWith(':')
  const isEmpty =
    given.kind === 'text'
      ? given.value === null || (isColon && given.value === '')
      : given.values.length === 0 || (isColon && given.values.join(' ') === '')
  switch (operator) {
    case ':-':
    case '-':
      return isEmpty ? wordBits(expansion, word, quoted) : null
    case ':+':
    case '+':
      return isEmpty ? asText('', part) : wordBits(expansion, word, quoted)
    case ':=':
    case '=':
      return isEmpty ? assignDefault(expansion, part) : null
    case ':?':
    case '?':
      return isEmpty ? requireValue(expansion, part) : null
    default:
      return null
  }
}

function transformed(expansion: Expansion, part: Parameter): (text: string) => string {
  const { operator } = part
  const word = part.word ?? []
  switch (operator) {
    case '#':
    case '##':
    case '%':
    case '%%': {
      const pattern = patternOf(expansion, word)
      return (text) => removeAffix(text, operator, pattern)
    }
    case '/':
    case '//':
    case '/#':
    case '/%': {
      const pattern = patternOf(expansion, word)
      const replacement = part.second === null ? '' : joined(expansion, part.second)
      return (text) => replaceMatches(text, operator, pattern, replacement)
    }
    case '^':
    case '^^':
    case ',':
    case ',,': {
      const pattern = patternOf(expansion, word)
      return (text) => changeCase(text, operator, pattern)
    }
    case '@':
      return transformation(joined(expansion, word))
    default:
      return (text) => text
  }
}

function transformation(letter: string): (text: string) => string {
  switch (letter) {
    case 'Q':
      return quoteForShell
    case 'U':
      return (text) => text.toUpperCase()
    case 'u':
      return (text) => changeCase(text, '^', [])
    case 'L':
      return (text) => text.toLowerCase()
    default:
      return (text) => text
  }
}

function slicedBits(expansion: Expansion, part: Parameter, given: Given): readonly Bit[] {
  const number = (word: Word): number => Number(evaluate(expansion, joined(expansion, word)))
  const offset = number(part.word ?? [])
  const length = part.second === null ? null : number(part.second)
  if (given.kind === 'text') {
    const cut = cutText(given.value ?? '', offset, length)
    return cut === null
      ? stopWith(`${joined(expansion, part.second ?? []).trim()}: substring expression < 0`, 1, false)
      : asText(cut, part)
  }
  const isPositional = part.name === '@' || part.name === '*'
  if (!isPositional && expansion.run.variables[part.name]?.array === undefined)
    return asText(cutText(given.values.join(' '), offset, length) ?? '', part)
  const values = isPositional ? [expansion.run.name, ...given.values] : given.values
  const start = offset < 0 ? values.length + offset : offset
  if (start < 0) return []
  const cut = values.slice(start, length === null ? undefined : start + Math.max(length, 0))
  return listBits(expansion, part, cut, given.isStar)
}

function parameterBits(expansion: Expansion, part: Parameter): readonly Bit[] {
  const given = givenBy(expansion, part)
  const replaced = conditional(expansion, part, given)
  if (replaced !== null) return replaced
  if (given.kind === 'text' && given.value === null && expansion.run.options.nounset) unbound(expansion, part.name)
  if (part.operator === 'length')
    return asText(String(given.kind === 'list' ? given.values.length : Array.from(given.value ?? '').length), part)
  if (part.operator === ':') return slicedBits(expansion, part, given)
  const change = transformed(expansion, part)
  if (given.kind === 'list') return listBits(expansion, part, given.values.map(change), given.isStar)
  if (part.operator === '@' && given.value === null) return asText('', part)
  return asText(change(given.value ?? ''), part)
}

function homeOf(expansion: Expansion, user: string): string {
  if (user === '') return getAssigned(expansion, 'HOME') ?? '/'
  if (user === 'root') return '/root'
  return expansion.run.system.files.stat(`/home/${user}`).ok ? `/home/${user}` : `~${user}`
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
      case 'process':
        return [{ text: substituteFile(expansion, part.script), quoted: true, split: false }]
      case 'arithmetic':
        return [
          {
            text: evaluate(expansion, joined(expansion, part.expression)),
            quoted: part.quoted,
            split: !part.quoted,
          },
        ]
      default:
        return assertNever(part)
    }
  })
}

/** Whether a part is a quoted list, as "$@", which may give no field at all. */
function isList(part: WordPart): boolean {
  return part.part === 'parameter' && part.operator !== 'length' && (part.name === '@' || listOfIndex(part) === '@')
}

/** Gives "$@" without parameters no field at all: only the empty text of its quotes is left. */
function isNothing(bits: readonly Bit[], word: Word): boolean {
  return (
    word.some(isList) &&
    word.every((part) => isList(part) || (part.part === 'text' && part.text === '')) &&
    bits.length === word.filter((part) => part.part === 'text').length
  )
}

/** The one field of a word in which nothing is expanded, as most words are; null of any other. */
function literalField(word: Word): string | null {
  let text = ''
  for (const part of word) {
    if (part.part !== 'text' || (!part.quoted && /[*?[]/.test(part.text))) return null
    text += part.text
  }
  return text === '' ? null : text
}

/** The fields a word gives: expanded, split, matched with the names of files. */
export function fieldsOf(expansion: Expansion, word: Word): readonly string[] {
  const { run } = expansion
  const literal = literalField(word)
  if (literal !== null) return [literal]
  const bits = bitsOf(expansion, word)
  if (isNothing(bits, word)) return []
  return splitFields(bits, getAssigned(expansion, 'IFS') ?? ' \t\n').flatMap((field) =>
    run.options.noglob
      ? [field.map((piece) => piece.text).join('')]
      : expandGlob(run.system, field, { ...run.options, ownDots: run.dialect !== 'bash' }),
  )
}

/** A word as a pattern (of `case`, of `[[ x == p ]]`). */
export function piecesOf(expansion: Expansion, word: Word): readonly Piece[] {
  return bitsOf(expansion, word).flatMap((bit) => (bit === 'break' ? [] : [{ text: bit.text, quoted: bit.quoted }]))
}
