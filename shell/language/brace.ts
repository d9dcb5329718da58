import type { Word, WordPart } from './syntax'

/** bash's brace expansion: `a{b,c}` and `{1..3}` in the unquoted text of a word, before anything else is expanded. */

type Unit = { readonly char: string } | { readonly part: WordPart }

const wordsMax = 5000

function unitsOf(word: Word): readonly Unit[] {
  return word.flatMap((part): readonly Unit[] =>
    part.part === 'text' && !part.quoted ? Array.from(part.text, (char) => ({ char })) : [{ part }],
  )
}

function wordOf(units: readonly Unit[]): Word {
  const parts: WordPart[] = []
  for (const unit of units) {
    const last = parts.at(-1)
    if ('part' in unit) parts.push(unit.part)
    else if (last?.part === 'text' && !last.quoted) parts[parts.length - 1] = { ...last, text: last.text + unit.char }
    else parts.push({ part: 'text', text: unit.char, quoted: false })
  }
  return parts
}

function isChar(unit: Unit | undefined, char: string): boolean {
  return unit !== undefined && 'char' in unit && unit.char === char
}

interface Group {
  readonly start: number
  readonly end: number
  readonly choices: readonly (readonly Unit[])[]
}

/** The alternatives of the braces that open at `start`; null where they hold no comma and no sequence. */
function readGroup(units: readonly Unit[], start: number): Group | null {
  const commas: number[] = []
  let depth = 0
  for (let index = start + 1; index < units.length; index += 1) {
    const unit = units[index]
    if (isChar(unit, '{')) depth += 1
    else if (isChar(unit, '}') && depth > 0) depth -= 1
    else if (isChar(unit, ',') && depth === 0) commas.push(index)
    else if (isChar(unit, '}')) {
      if (commas.length === 0) {
        const choices = sequence(units.slice(start + 1, index))
        return choices === null ? null : { start, end: index, choices }
      }
      const edges = [start, ...commas, index]
      return {
        start,
        end: index,
        choices: edges.slice(1).map((edge, place) => units.slice((edges[place] ?? 0) + 1, edge)),
      }
    }
  }
  return null
}

/** `{1..5}`, `{a..e}`, `{01..10..2}`. */
function sequence(units: readonly Unit[]): readonly (readonly Unit[])[] | null {
  const text = units.map((unit) => ('char' in unit ? unit.char : '\u0000')).join('')
  const numbers = /^(-?\d{1,15})\.\.(-?\d{1,15})(?:\.\.(-?\d{1,15}))?$/.exec(text)
  const letters = /^([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d{1,15}))?$/.exec(text)
  const [, from = '', to = '', by] = numbers ?? letters ?? []
  if (from === '') return null
  const value = (end: string): number => (numbers === null ? end.charCodeAt(0) : Number(end))
  const isPadded = numbers !== null && [from, to].some((end) => /^-?0\d/.test(end))
  const width = isPadded ? Math.max(from.length, to.length) : 0
  const step = Math.max(Math.abs(Number(by ?? 1)), 1) * (value(from) <= value(to) ? 1 : -1)
  const count = Math.floor(Math.abs(value(to) - value(from)) / Math.abs(step)) + 1
  if (count > wordsMax) return null
  return Array.from({ length: count }, (_, index) => {
    const each = value(from) + index * step
    const digits = String(Math.abs(each)).padStart(width - (each < 0 ? 1 : 0), '0')
    return Array.from(numbers === null ? String.fromCharCode(each) : (each < 0 ? '-' : '') + digits, (char) => ({
      char,
    }))
  })
}

function expandUnits(units: readonly Unit[], depth: number): readonly (readonly Unit[])[] {
  if (depth > 20) return [units]
  const lastClosing = units.findLastIndex((unit) => isChar(unit, '}'))
  for (let start = 0; start < lastClosing; start += 1) {
    if (!isChar(units[start], '{')) continue
    const group = readGroup(units, start)
    if (group === null) continue
    const heads = units.slice(0, group.start)
    const tails = expandUnits(units.slice(group.end + 1), depth + 1)
    return group.choices
      .flatMap((choice) => expandUnits(choice, depth + 1))
      .flatMap((choice) => tails.map((tail) => [...heads, ...choice, ...tail]))
      .slice(0, wordsMax)
  }
  return [units]
}

/** Tildes come after braces: one that begins a word now is a home. */
function withTilde(word: Word): Word {
  const [first, ...rest] = word
  if (first?.part !== 'text' || first.quoted) return word
  const match = /^~([A-Za-z0-9_-]*)(?=\/|$)/.exec(first.text)
  if (match === null || (match[0] === first.text && rest.length > 0)) return word
  const left = first.text.slice(match[0].length)
  const text: Word = left === '' ? [] : [{ ...first, text: left }]
  return [{ part: 'tilde', user: match[1] ?? '' }, ...text, ...rest]
}

/** The words that a word with braces stands for; itself where it has none. */
export function expandBraces(word: Word): readonly Word[] {
  if (!word.some((part) => part.part === 'text' && !part.quoted && part.text.includes('{'))) return [word]
  const words = expandUnits(unitsOf(word), 0)
  return words.length === 1 ? [word] : words.map((units) => withTilde(wordOf(units)))
}
