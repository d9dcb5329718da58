import { cleanPath } from './clean-path'

/** Most patterns a .dockerignore gives. */
const PATTERNS_MAX = 1000

/** The patterns of a .dockerignore: comments and empty lines left out, paths made relative to the context's root. */
export function readIgnoreFile(text: string): readonly string[] {
  const patterns: string[] = []
  for (const line of text.replace(/^\uFEFF/, '').split('\n')) {
    if (line.startsWith('#') || patterns.length >= PATTERNS_MAX) continue
    const pattern = line.trim()
    if (pattern === '') continue
    const isException = pattern.startsWith('!')
    patterns.push((isException ? '!' : '') + relativePattern(isException ? pattern.slice(1).trim() : pattern))
  }
  return patterns
}

function relativePattern(pattern: string): string {
  if (pattern === '') return ''
  const clean = cleanPath(pattern)
  return clean.length > 1 && clean.startsWith('/') ? clean.slice(1) : clean
}
