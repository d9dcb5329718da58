import { malformed, type Parsed, parsed } from '../../specs/parsed'

/** One place of a pattern: a character, any one character, or any run of characters. Neither crosses a line feed. */
type Piece =
  | { readonly match: 'one'; readonly character: string }
  | { readonly match: 'any' }
  | { readonly match: 'run' }

export type ShellPattern = readonly Piece[]

/** Longest value a pattern is matched against, in characters: more is left as it is. */
const VALUE_MAX = 5000

/** Reads the pattern of `${name#pattern}`: `*` and `?`, a backslash before one of `* ? \`; before `}` and `/` it vanishes. */
export function parseShellPattern(text: string): Parsed<ShellPattern> {
  const pieces: Piece[] = []
  const characters = [...text]
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? ''
    if (character === '*') pieces.push({ match: 'run' })
    else if (character === '?') pieces.push({ match: 'any' })
    else if (character !== '\\') pieces.push({ match: 'one', character })
    else {
      index += 1
      const escaped = characters[index] ?? '\uFFFD'
      if (!'*?\\}/'.includes(escaped))
        return malformed(`invalid pattern (${text}) in substitution: invalid escape '\\${escaped}'`)
      pieces.push({ match: 'one', character: escaped })
    }
  }
  return parsed(pieces)
}

/** Where matches that begin at `start` end, ascending. The cost is pieces times characters whatever the pattern. */
function endsFrom(pattern: ShellPattern, value: readonly string[], start: number): readonly number[] {
  let ends: readonly number[] = [start]
  for (const piece of pattern) {
    ends = piece.match === 'run' ? runFrom(ends, value) : ends.flatMap((at) => (fits(piece, value[at]) ? at + 1 : []))
    if (ends.length === 0) return ends
  }
  return ends
}

function fits(piece: Piece, character: string | undefined): boolean {
  if (character === undefined) return false
  return piece.match === 'one' ? piece.character === character : character !== '\n'
}

function runFrom(ends: readonly number[], value: readonly string[]): readonly number[] {
  const reached: number[] = []
  for (const end of ends) {
    if (reached.length > 0 && end <= (reached.at(-1) ?? -1)) continue
    for (let at = end; at <= value.length; at += 1) {
      reached.push(at)
      if (value[at] === '\n') break
    }
  }
  return reached
}

/** The value without the shortest or longest beginning that matches. */
export function trimPrefix(pattern: ShellPattern, value: string, longest: boolean): string {
  const characters = [...value]
  if (characters.length > VALUE_MAX) return value
  const ends = endsFrom(pattern, characters, 0)
  const end = longest ? ends.at(-1) : ends[0]
  return end === undefined ? value : characters.slice(end).join('')
}

/** The value without the shortest or longest end that matches. */
export function trimSuffix(pattern: ShellPattern, value: string, longest: boolean): string {
  const backwards = [...value].toReversed().join('')
  return [...trimPrefix(pattern.toReversed(), backwards, longest)].toReversed().join('')
}

/** The value with the first match, or every match, replaced; each is the longest at its place. */
export function replaceMatches(pattern: ShellPattern, value: string, replacement: string, all: boolean): string {
  const characters = [...value]
  if (characters.length > VALUE_MAX) return value
  let result = ''
  let position = 0
  let lastEnd = -1
  while (position <= characters.length) {
    const end = endsFrom(pattern, characters, position).at(-1)
    if (end !== undefined && !(end === position && position === lastEnd)) {
      result += replacement
      lastEnd = end
      if (!all) return result + characters.slice(end).join('')
      if (end > position) {
        position = end
        continue
      }
    }
    result += characters[position] ?? ''
    position += 1
  }
  return result
}
