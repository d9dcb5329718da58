/** How Go's `text/tabwriter` is set: cells are at least `minWidth` wide and followed by at least `padding` spaces. */
export interface TabWriterOptions {
  readonly minWidth: number
  readonly padding: number
}

/** What Docker's lists use. */
export const LIST_TABLE: TabWriterOptions = { minWidth: 10, padding: 3 }
/** What `docker top` uses. */
export const TOP_TABLE: TabWriterOptions = { minWidth: 20, padding: 3 }

interface Line {
  /** The cells of the line; the last one is not ended by a tab and so belongs to no column. */
  readonly cells: readonly string[]
}

/**
 * Aligns tab-separated text as Go's `text/tabwriter` does with spaces: a column is a run of neighbouring lines that have
 * a tab-ended cell there; widths count code points. `text` ends with a line feed or is empty.
 */
export function alignTabs(text: string, options: TabWriterOptions): string {
  if (!text.includes('\t')) return text
  const lines: Line[] = text.split('\n').map((line) => ({ cells: line.split('\t') }))
  const output: string[] = lines.map(() => '')
  alignBlock({ lines, output, options }, 0, lines.length, [])
  return output.join('\n')
}

interface Alignment {
  readonly lines: readonly Line[]
  readonly output: string[]
  readonly options: TabWriterOptions
}

/** Writes the lines `from`..`to`, whose columns left of `widths.length` are known, and finds the blocks of the next column. */
function alignBlock(alignment: Alignment, from: number, to: number, widths: readonly number[]): void {
  const column = widths.length
  let line = from
  while (line < to) {
    const end = endOfColumn(alignment.lines, column, line, to)
    if (end === line) {
      alignment.output[line] = writeLine(alignment.lines[line]?.cells ?? [], widths)
      line += 1
    } else {
      alignBlock(alignment, line, end, [...widths, columnWidth(alignment, column, line, end)])
      line = end
    }
  }
}

function endOfColumn(lines: readonly Line[], column: number, from: number, to: number): number {
  let end = from
  while (end < to && column < (lines[end]?.cells.length ?? 0) - 1) end += 1
  return end
}

function columnWidth({ lines, options }: Alignment, column: number, from: number, to: number): number {
  let width = options.minWidth
  for (const line of lines.slice(from, to))
    width = Math.max(width, codePoints(line.cells[column] ?? '') + options.padding)
  return width
}

function writeLine(cells: readonly string[], widths: readonly number[]): string {
  return cells.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - codePoints(cell)))).join('')
}

/** Counted without splitting the text: this runs for every cell of every listing. */
function codePoints(text: string): number {
  let count = text.length
  for (let index = 0; index < text.length; index += 1) if ((text.charCodeAt(index) & 0xfc00) === 0xdc00) count -= 1
  return count
}
