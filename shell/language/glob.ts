import type { System } from '@/engine/kernel/program'
import { compilePattern, isLiteral, matchesPattern, type Piece } from './pattern'

const matchesMax = 5000

/** Cuts a field's pieces at slashes. */
function segments(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const parts: Piece[][] = [[]]
  for (const piece of pieces) {
    piece.text.split('/').forEach((text, index) => {
      if (index > 0) parts.push([])
      parts.at(-1)?.push({ text, quoted: piece.quoted })
    })
  }
  return parts
}

function textOf(pieces: readonly Piece[]): string {
  return pieces.map((piece) => piece.text).join('')
}

/** Byte order, as the C locale sorts and as `ls` in containers does. */
function compareBytes(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function join(base: string, name: string): string {
  return base === '' || (base.endsWith('/') && name !== '') ? base + name : `${base}/${name}`
}

function matchSegment(
  system: System,
  base: string,
  segment: readonly Piece[],
  { isLast, dots, own }: { readonly isLast: boolean; readonly dots: boolean; readonly own: boolean },
): readonly string[] {
  const pattern = compilePattern(segment)
  if (textOf(segment) === '') {
    const stat = system.files.stat(system.path(base))
    return stat.ok && stat.value.type === 'directory' ? [join(base, '')] : []
  }
  if (isLiteral(pattern)) {
    const path = join(base, textOf(segment))
    return textOf(segment) === '' || system.files.stat(system.path(path), { followLast: !isLast }).ok ? [path] : []
  }
  const listed = system.files.list(system.path(base === '' ? '.' : base))
  if (!listed.ok) return []
  const first = textOf(segment)[0]
  const names = own && first === '.' ? ['.', '..', ...listed.value] : listed.value
  return names
    .filter((name) => (!name.startsWith('.') || first === '.' || dots) && matchesPattern(pattern, name))
    .toSorted(compareBytes)
    .map((name) => join(base, name))
}

/**
 * The names of files that a field's pattern matches, sorted; the field itself where it is none or matches none.
 * `ownDots`: a pattern that begins with a dot matches `.` and `..` too (bash 5.2 leaves them out).
 */
export function expandGlob(
  system: System,
  pieces: readonly Piece[],
  options: { readonly nullglob: boolean; readonly dotglob: boolean; readonly ownDots: boolean },
): readonly string[] {
  const text = textOf(pieces)
  if (!pieces.some((piece) => !piece.quoted && /[*?[]/.test(piece.text)) || isLiteral(compilePattern(pieces)))
    return [text]
  const parts = segments(pieces)
  let bases: readonly string[] = [text.startsWith('/') ? '/' : '']
  const rest = text.startsWith('/') ? parts.slice(1) : parts
  for (const [index, segment] of rest.entries()) {
    bases = bases
      .flatMap((base) =>
        matchSegment(system, base, segment, {
          isLast: index === rest.length - 1,
          dots: options.dotglob,
          own: options.ownDots,
        }),
      )
      .slice(0, matchesMax)
  }
  if (bases.length > 0) return bases.toSorted(compareBytes)
  return options.nullglob ? [] : [text]
}
