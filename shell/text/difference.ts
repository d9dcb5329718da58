/** A run of lines: taken over, only in the old text, or only in the new one. */
export type Edit = { readonly kind: 'same' | 'old' | 'new'; readonly line: string }

const linesMax = 2000

/** The edits that lead from `old` to `next`: the longest common lines are kept. */
export function compareLines(old: readonly string[], next: readonly string[]): readonly Edit[] {
  const [left, right] = [old.slice(0, linesMax), next.slice(0, linesMax)]
  const lengths = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1))
  for (let i = left.length - 1; i >= 0; i -= 1)
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const row = lengths[i]
      const below = lengths[i + 1]
      if (row !== undefined && below !== undefined)
        row[j] = left[i] === right[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  const edits: Edit[] = []
  let i = 0
  let j = 0
  while (i < left.length || j < right.length) {
    const same = i < left.length && j < right.length && left[i] === right[j]
    if (same) edits.push({ kind: 'same', line: left[i] ?? '' })
    else if (i < left.length && (j >= right.length || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0)))
      edits.push({ kind: 'old', line: left[i] ?? '' })
    else edits.push({ kind: 'new', line: right[j] ?? '' })
    const { kind } = edits.at(-1) ?? { kind: 'same' }
    if (kind !== 'new') i += 1
    if (kind !== 'old') j += 1
  }
  return edits
}

export interface Hunk {
  /** Place of the first line in each text, from 0. */
  readonly oldStart: number
  readonly newStart: number
  readonly edits: readonly Edit[]
}

/** Groups edits with `context` equal lines around them. */
export function hunksOf(edits: readonly Edit[], context: number): readonly Hunk[] {
  const hunks: Hunk[] = []
  const changed = edits.flatMap((edit, index) => (edit.kind === 'same' ? [] : [index]))
  for (let first = 0; first < changed.length; ) {
    let last = first
    while (last + 1 < changed.length && (changed[last + 1] ?? 0) - (changed[last] ?? 0) - 1 <= context * 2) last += 1
    const start = Math.max((changed[first] ?? 0) - context, 0)
    const before = edits.slice(0, start)
    hunks.push({
      oldStart: before.filter((edit) => edit.kind !== 'new').length,
      newStart: before.filter((edit) => edit.kind !== 'old').length,
      edits: edits.slice(start, (changed[last] ?? 0) + 1 + context),
    })
    first = last + 1
  }
  return hunks
}
