import { malformed, type Parsed, parsed } from '../../specs/parsed'
import { cleanPath } from './clean-path'
import { type GlobPiece, matchGlob, readGlob } from './glob-pieces'

export interface IgnorePattern {
  /** `!pattern`: takes back what a pattern before it left out. */
  readonly exception: boolean
  readonly matches: (path: string) => boolean
}

/** Longest pattern, in characters. */
const PATTERN_MAX = 1000

/** Understands the patterns of a .dockerignore (moby's patternmatcher). */
export function readIgnorePatterns(texts: readonly string[]): Parsed<readonly IgnorePattern[]> {
  const patterns: IgnorePattern[] = []
  for (const text of texts) {
    if (text.trim() === '') continue
    const clean = cleanPath(text.trim())
    const exception = clean.startsWith('!')
    const pattern = exception ? clean.slice(1) : clean
    if (pattern === '') return malformed('illegal exclusion pattern: "!"')
    const pieces = pattern.length > PATTERN_MAX ? null : readGlob(pattern)
    if (pieces === null) return malformed('syntax error in pattern')
    patterns.push({ exception, matches: matcherOf(pattern, pieces) })
  }
  return parsed(patterns)
}

/** `**name` is any path that ends so, a leading or ending `**` crosses folders, and one with no sign is that path alone. */
function matcherOf(pattern: string, pieces: readonly GlobPiece[]): (path: string) => boolean {
  const [first, ...others] = pieces
  const isPlain = (piece: GlobPiece) => piece.match === 'one'
  if (first?.match === 'rest') return () => true
  if (first?.match === 'folders' && others.every(isPlain) && !pattern.includes('\\')) {
    const suffix = pattern.slice(2)
    return (path) => path.endsWith(suffix) || (suffix.startsWith('/') && path === suffix.slice(1))
  }
  return (path) => matchGlob(pieces, path)
}

/** Whether a path of the context is left out: the last pattern that matches it or a folder above it decides. */
export function matchIgnorePatterns(patterns: readonly IgnorePattern[], path: string): boolean {
  const clean = cleanPath(path)
  if (clean === '.') return false
  const parts = clean.split('/')
  const prefixes = parts.map((_part, index) => parts.slice(0, index + 1).join('/')).toReversed()
  let excluded = false
  for (const { exception, matches } of patterns) {
    if (exception === excluded && prefixes.some(matches)) excluded = !exception
  }
  return excluded
}
