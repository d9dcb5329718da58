/** A piece of text whose special characters count only where it is not quoted. */
export interface Piece {
  readonly text: string
  readonly quoted: boolean
}

type Token =
  | { readonly match: 'char'; readonly char: string }
  | { readonly match: 'any' }
  | { readonly match: 'star' }
  | {
      readonly match: 'set'
      readonly negated: boolean
      readonly ranges: readonly (readonly [string, string])[]
      readonly classes: readonly string[]
    }

export type Pattern = readonly Token[]

const classes: Readonly<Record<string, (char: string) => boolean>> = {
  alpha: (char) => /[A-Za-z]/.test(char),
  digit: (char) => /\d/.test(char),
  alnum: (char) => /[A-Za-z0-9]/.test(char),
  upper: (char) => /[A-Z]/.test(char),
  lower: (char) => /[a-z]/.test(char),
  space: (char) => /\s/.test(char),
  blank: (char) => char === ' ' || char === '\t',
  punct: (char) => /[!-/:-@[-`{-~]/.test(char),
  xdigit: (char) => /[0-9A-Fa-f]/.test(char),
}

interface Unit {
  readonly char: string
  readonly quoted: boolean
}

/** Reads `[…]` from `start` (at the bracket); null where it is not closed and so means itself. */
function readSet(units: readonly Unit[], start: number): { readonly token: Token; readonly end: number } | null {
  let index = start + 1
  const first = units[index]
  const negated = first !== undefined && !first.quoted && (first.char === '!' || first.char === '^')
  if (negated) index += 1
  const ranges: (readonly [string, string])[] = []
  const names: string[] = []
  for (let count = 0; index < units.length; count += 1) {
    const unit = units[index]
    if (unit === undefined) return null
    if (unit.char === ']' && !unit.quoted && count > 0)
      return { token: { match: 'set', negated, ranges, classes: names }, end: index + 1 }
    const name = unit.char === '[' && units[index + 1]?.char === ':' ? className(units, index + 2) : null
    if (name !== null) {
      names.push(name)
      index += name.length + 4
      continue
    }
    const to = units[index + 2]
    const isRange =
      units[index + 1]?.char === '-' && units[index + 1]?.quoted === false && to !== undefined && to.char !== ']'
    ranges.push([unit.char, isRange ? to.char : unit.char])
    index += isRange ? 3 : 1
  }
  return null
}

function className(units: readonly Unit[], start: number): string | null {
  const text = units
    .slice(start, start + 8)
    .map((unit) => unit.char)
    .join('')
  const end = text.indexOf(':]')
  const name = end < 0 ? '' : text.slice(0, end)
  return Object.hasOwn(classes, name) ? name : null
}

/** Compiles a shell pattern. Never a regular expression: matching takes at most text × pattern steps. */
export function compilePattern(pieces: readonly Piece[]): Pattern {
  const units: Unit[] = pieces.flatMap((piece) => Array.from(piece.text, (char) => ({ char, quoted: piece.quoted })))
  const tokens: Token[] = []
  const lastClosing = units.findLastIndex((unit) => unit.char === ']' && !unit.quoted)
  for (let index = 0; index < units.length; ) {
    const unit = units[index]
    if (unit === undefined) break
    const set = unit.char === '[' && !unit.quoted && index < lastClosing ? readSet(units, index) : null
    if (set !== null) {
      tokens.push(set.token)
      index = set.end
      continue
    }
    if (unit.char === '*' && !unit.quoted) {
      if (tokens.at(-1)?.match !== 'star') tokens.push({ match: 'star' })
    } else if (unit.char === '?' && !unit.quoted) tokens.push({ match: 'any' })
    else tokens.push({ match: 'char', char: unit.char })
    index += 1
  }
  return tokens
}

/** Whether the pattern holds anything that matches more than itself. */
export function isLiteral(pattern: Pattern): boolean {
  return pattern.every((token) => token.match === 'char')
}

function matchesOne(token: Token, char: string): boolean {
  switch (token.match) {
    case 'char':
      return token.char === char
    case 'any':
      return true
    case 'star':
      return false
    case 'set':
      return (
        (token.ranges.some(([from, to]) => char >= from && char <= to) ||
          token.classes.some((name) => classes[name]?.(char) === true)) !== token.negated
      )
  }
}

/** Whether the whole text matches. */
export function matchesPattern(pattern: Pattern, text: string): boolean {
  const chars = Array.from(text)
  let position = 0
  let index = 0
  let star = -1
  let retry = 0
  while (position < chars.length) {
    const token = pattern[index]
    const char = chars[position] ?? ''
    if (token?.match === 'star') {
      star = index
      retry = position
      index += 1
    } else if (token !== undefined && matchesOne(token, char)) {
      index += 1
      position += 1
    } else if (star >= 0) {
      index = star + 1
      retry += 1
      position = retry
    } else return false
  }
  while (pattern[index]?.match === 'star') index += 1
  return index === pattern.length
}
