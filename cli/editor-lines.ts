/** What the lines after `nano FILE` say: the new text, or that the file stays as it was; `next` is the line after them. */
export interface EditorLines {
  readonly text: string | null
  readonly next: number
}

const saves = new Set(['@save', '^X', ':wq', ':x'])
const leaves = new Set(['@quit', ':q', ':q!'])

/**
 * Reads what a script gives an editor: the whole new text, a line each, up to a line `@save` (or `^X`, `:wq`); or `@quit`
 * (`:q!`). Without such a line none of them belongs to the editor, and it is left at once.
 */
export function readEditorLines(lines: readonly string[], start: number): EditorLines {
  const end = lines.findIndex((line, index) => index >= start && (saves.has(line.trim()) || leaves.has(line.trim())))
  if (end < 0) return { text: null, next: start }
  const isSaved = saves.has((lines[end] ?? '').trim())
  const text = lines
    .slice(start, end)
    .map((line) => `${line}\n`)
    .join('')
  return { text: isSaved ? text : null, next: end + 1 }
}
