import type { Row } from './screen-row'

/** Cursor movements never lead further than this, whatever number stands in the escape sequence. */
const columnMax = 1000
/** Blanks that cursor movements may create in one paste. */
const paddingMax = 1_000_000
const rowsUpMax = 500

interface Cell {
  readonly char: string
  readonly column: number
}

interface DraftRow {
  readonly line: number
  /** Null while the row is still the plain `text`. */
  cells: Cell[] | null
  text: string
}

interface Screen {
  readonly rows: DraftRow[]
  y: number
  x: number
  padding: number
}

const escapeChar = '\u001b'
const controlOrMark = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/
const blankLike = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g

/**
 * Plays the paste on an endless screen and returns the rows that remain: carriage returns, backspaces and cursor
 * movements (pull and build progress) are applied, colours and titles dropped, invisible marks removed, and unusual
 * blanks made plain. A row keeps the physical line on which it was first written.
 */
export function renderRows(text: string): readonly Row[] {
  const screen: Screen = { rows: [], y: 0, x: 0, padding: 0 }
  const lines = splitLines(text)
  for (const [index, line] of lines.entries()) {
    const content = line.replace(/\r{1,8}$/, '')
    const onNewRow = screen.y >= screen.rows.length
    if (onNewRow && !controlOrMark.test(content)) {
      screen.rows.push({ line: index + 1, cells: null, text: content })
    } else {
      playLine(screen, content, index + 1)
    }
    screen.y++
    screen.x = 0
  }
  return screen.rows.map(finishRow)
}

/** A paste without any line feed but with carriage returns comes from an old editor: those are its line ends. */
function splitLines(text: string): string[] {
  const separator = !text.includes('\n') && text.includes('\r') ? '\r' : '\n'
  const lines = text.split(separator)
  if (lines.at(-1) === '') lines.pop()
  return lines
}

function finishRow(row: DraftRow): Row {
  if (row.cells === null) {
    return { text: row.text.replace(blankLike, ' '), line: row.line, shift: 0, columns: null }
  }
  return {
    text: row.cells
      .map((cell) => cell.char)
      .join('')
      .replace(blankLike, ' '),
    line: row.line,
    shift: 0,
    columns: row.cells.map((cell) => cell.column),
  }
}

function playLine(screen: Screen, content: string, line: number): void {
  let i = 0
  while (i < content.length) {
    const char = content.charAt(i)
    if (char === escapeChar || char === '\u009b') {
      i = playEscape(screen, content, i, line)
    } else {
      playChar(screen, char, i, line)
      i++
    }
  }
  if (screen.y >= screen.rows.length) currentCells(screen, line)
}

function playChar(screen: Screen, char: string, column: number, line: number): void {
  if (char === '\r') screen.x = 0
  else if (char === '\b') screen.x = Math.max(0, screen.x - 1)
  else if (char === '\t' || !controlOrMark.test(char)) write(screen, char, column, line)
}

function write(screen: Screen, char: string, column: number, line: number): void {
  const cells = currentCells(screen, line)
  while (cells.length < screen.x && screen.padding < paddingMax) {
    cells.push({ char: ' ', column })
    screen.padding++
  }
  screen.x = Math.min(screen.x, cells.length)
  cells[screen.x] = { char, column }
  screen.x++
}

/** The cells under the cursor; rows are created, or turned from text into cells, when first needed. */
function currentCells(screen: Screen, line: number): Cell[] {
  while (screen.rows.length <= screen.y) screen.rows.push({ line, cells: [], text: '' })
  const row = screen.rows[screen.y]
  if (row === undefined) return []
  row.cells ??= Array.from({ length: row.text.length }, (_, column) => ({
    char: row.text.charAt(column),
    column,
  }))
  return row.cells
}

/** Plays the escape sequence at `start` and returns the index after it. */
function playEscape(screen: Screen, content: string, start: number, line: number): number {
  const single = content.charAt(start) === '\u009b'
  const kind = single ? '[' : content.charAt(start + 1)
  const body = start + (single ? 1 : 2)
  if (kind === '[') return playControlSequence(screen, content, body, line)
  if (kind === ']' || kind === 'P' || kind === '^' || kind === '_') return skipString(content, body)
  if (kind === '(' || kind === ')' || kind === '#') return body + 1
  return body
}

/** Titles and shell-integration marks end with BEL or ESC \; one that does not end is dropped with the line. */
function skipString(content: string, from: number): number {
  for (let i = from; i < content.length; i++) {
    if (content.charAt(i) === '\u0007') return i + 1
    if (content.charAt(i) === escapeChar) return content.charAt(i + 1) === '\\' ? i + 2 : i
  }
  return content.length
}

function playControlSequence(screen: Screen, content: string, from: number, line: number): number {
  let i = from
  while (i < content.length && i - from < 64 && /[0-9;:<=>?!"'$ ]/.test(content.charAt(i))) i++
  const first = Number.parseInt(content.slice(from, i).replace(/^[<=>?]/, ''), 10)
  moveCursor(screen, content.charAt(i), Number.isNaN(first) ? null : first, line)
  return i + 1
}

function moveCursor(screen: Screen, final: string, count: number | null, line: number): void {
  const steps = count === null || count === 0 ? 1 : count
  switch (final) {
    case 'A':
    case 'F':
      screen.y = Math.max(0, screen.y - Math.min(steps, rowsUpMax))
      if (final === 'F') screen.x = 0
      break
    case 'B':
    case 'E':
      screen.y = Math.min(screen.y + Math.min(steps, rowsUpMax), Math.max(screen.y, screen.rows.length - 1))
      if (final === 'E') screen.x = 0
      break
    case 'C':
      screen.x = Math.min(screen.x + steps, columnMax)
      break
    case 'D':
      screen.x = Math.max(0, screen.x - steps)
      break
    case 'G':
      screen.x = Math.min(steps - 1, columnMax)
      break
    case 'K':
      eraseInRow(screen, count ?? 0, line)
      break
    case 'P':
      deleteInRow(screen, steps, line)
      break
    default:
      break
  }
}

function deleteInRow(screen: Screen, count: number, line: number): void {
  const cells = currentCells(screen, line)
  if (cells.length <= columnMax) cells.splice(screen.x, count)
}

function eraseInRow(screen: Screen, mode: number, line: number): void {
  const cells = currentCells(screen, line)
  if (mode === 0) cells.splice(screen.x)
  else if (mode === 2) cells.splice(0)
  else if (cells.length <= columnMax) {
    for (let i = 0; i < Math.min(screen.x, cells.length); i++) {
      const column = cells[i]?.column ?? 0
      cells[i] = { char: ' ', column }
    }
  }
}
