/** One place of a path pattern. */
export type GlobPiece =
  | { readonly match: 'one'; readonly character: string }
  /** Any character but a slash. */
  | { readonly match: 'any' }
  | { readonly match: 'class'; readonly negated: boolean; readonly ranges: readonly (readonly [string, string])[] }
  /** Any run of characters but slashes. */
  | { readonly match: 'run' }
  /** Nothing, or whole folders with their slash. */
  | { readonly match: 'folders' }
  /** Everything. */
  | { readonly match: 'rest' }

/** The pieces of a pattern in the syntax of Go's `filepath.Match` with `**`; null where the syntax is wrong. */
export function readGlob(pattern: string): readonly GlobPiece[] | null {
  const characters = [...pattern]
  const pieces: GlobPiece[] = []
  let position = 0
  while (position < characters.length) {
    const character = characters[position] ?? ''
    if (character === '[') {
      const read = readClass(characters, position + 1)
      if (read === null) return null
      pieces.push(read.piece)
      position = read.end
      continue
    }
    if (character === '*') {
      const star = readStar(characters, position)
      pieces.push(star.piece)
      position = star.end
      continue
    }
    const escaped = character === '\\'
    if (escaped && position + 1 >= characters.length) return null
    if (escaped) position += 1
    pieces.push(
      !escaped && character === '?' ? { match: 'any' } : { match: 'one', character: characters[position] ?? '' },
    )
    position += 1
  }
  return pieces
}

function readStar(characters: readonly string[], start: number): { readonly piece: GlobPiece; readonly end: number } {
  if (characters[start + 1] !== '*') return { piece: { match: 'run' }, end: start + 1 }
  const end = characters[start + 2] === '/' ? start + 3 : start + 2
  return { piece: { match: end >= characters.length ? 'rest' : 'folders' }, end }
}

function readClass(
  characters: readonly string[],
  start: number,
): { readonly piece: GlobPiece; readonly end: number } | null {
  const negated = characters[start] === '^'
  const ranges: (readonly [string, string])[] = []
  let position = negated ? start + 1 : start
  while (characters[position] !== ']' || ranges.length === 0) {
    const low = readClassCharacter(characters, position)
    if (low === null) return null
    const isRange = characters[low.end] === '-'
    const high = isRange ? readClassCharacter(characters, low.end + 1) : low
    if (high === null) return null
    ranges.push([low.character, high.character])
    position = high.end
  }
  return { piece: { match: 'class', negated, ranges }, end: position + 1 }
}

/** One end of a range: not a bare `-` or `]`, and never the last character of the pattern. */
function readClassCharacter(
  characters: readonly string[],
  position: number,
): { readonly character: string; readonly end: number } | null {
  const first = characters[position]
  if (first === undefined || first === '-' || first === ']') return null
  const end = first === '\\' ? position + 1 : position
  const character = characters[end]
  if (character === undefined || end + 1 >= characters.length) return null
  return { character, end: end + 1 }
}

/** Whether the pieces match the whole of a path; the cost is pieces times characters whatever the pattern. */
export function matchGlob(pieces: readonly GlobPiece[], path: string): boolean {
  const characters = [...path]
  let ends: readonly number[] = [0]
  for (const piece of pieces) {
    ends = endsAfter(piece, ends, characters)
    if (ends.length === 0) return false
  }
  return ends.includes(characters.length)
}

function endsAfter(piece: GlobPiece, ends: readonly number[], path: readonly string[]): readonly number[] {
  const [first] = ends
  if (first === undefined) return []
  if (piece.match === 'rest') return [path.length]
  if (piece.match === 'run') return runEnds(ends, path)
  if (piece.match === 'folders') {
    const afterSlashes = path.flatMap((character, index) => (character === '/' && index >= first ? index + 1 : []))
    return [...new Set([...ends, ...afterSlashes])].toSorted((one, other) => one - other)
  }
  return ends.flatMap((at) => (fits(piece, path[at]) ? at + 1 : []))
}

function runEnds(ends: readonly number[], path: readonly string[]): readonly number[] {
  const reached = new Set<number>()
  for (const end of ends) {
    for (let at = end; !reached.has(at); at += 1) {
      reached.add(at)
      if (at >= path.length || path[at] === '/') break
    }
  }
  return [...reached].toSorted((one, other) => one - other)
}

function fits(piece: GlobPiece, character: string | undefined): boolean {
  if (character === undefined) return false
  if (piece.match === 'one') return piece.character === character
  if (piece.match === 'class')
    return piece.negated !== piece.ranges.some(([low, high]) => low <= character && character <= high)
  return character !== '/'
}
