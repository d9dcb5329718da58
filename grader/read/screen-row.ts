/** A row of the terminal as it looked in the end, and where each of its characters stood in the paste. */
export interface Row {
  readonly text: string
  /** 1-based physical line of the paste. */
  readonly line: number
  /** 0-based column of `text[0]` in the paste, when `columns` is null. */
  readonly shift: number
  /** 0-based original column of each character; null when they simply follow one another from `shift`. */
  readonly columns: readonly number[] | null
}

/** The row without its first `count` characters. */
export function dropFirst(row: Row, count: number): Row {
  if (count === 0) return row
  return {
    text: row.text.slice(count),
    line: row.line,
    shift: row.shift + count,
    columns: row.columns === null ? null : row.columns.slice(count),
  }
}

/** The 1-based original column of the character at `index`; `index` may be the end of the text. */
export function originalColumn(row: Row, index: number): number {
  if (row.columns === null) return row.shift + index + 1
  const at = row.columns[index]
  if (at !== undefined) return at + 1
  const last = row.columns[index - 1]
  return last === undefined ? 1 : last + 2
}

/** How many blanks (spaces, tabs) the text starts with. */
export function indentOf(text: string): number {
  let i = 0
  while (text[i] === ' ' || text[i] === '\t') i++
  return i
}

/** Tabs become spaces up to the next multiple of eight columns, as a terminal shows them. */
export function expandTabs(text: string): string {
  if (!text.includes('\t')) return text
  let out = ''
  for (const char of text) {
    out += char === '\t' ? ' '.repeat(8 - (out.length % 8)) : char
  }
  return out
}
