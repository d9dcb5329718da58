import { MEASURED, readCollapsedTable } from './collapsed-table'

/** One row of a printed table: its line in the output (from 0) and its cells by column title. */
export interface TableRow {
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** A table as Docker prints it, read by its header. */
export interface PrintedTable {
  readonly name: TableName
  readonly columns: readonly string[]
  /** Line of the header, from 0. */
  readonly line: number
  readonly rows: readonly TableRow[]
}

export type TableName =
  | 'containers'
  | 'images'
  | 'volumes'
  | 'networks'
  | 'history'
  | 'search'
  | 'stats'
  | 'diskUsage'
  | 'processes'

/** First titles of the header of each table. Docker 29 writes `IMAGE   ID   DISK USAGE…` for images. */
const HEADERS: readonly (readonly [TableName, RegExp])[] = [
  ['stats', /^CONTAINER ID {2,}NAME {2,}CPU %/],
  ['containers', /^CONTAINER ID(?: {2,}|$)/],
  ['images', /^REPOSITORY {2,}TAG|^IMAGE {2,}ID {2,}DISK USAGE/],
  ['volumes', /^DRIVER {2,}VOLUME NAME/],
  ['networks', /^NETWORK ID {2,}NAME/],
  ['history', /^IMAGE {2,}CREATED {2,}CREATED BY/],
  ['images', /^REPOSITORY(?: {2,}|$)/],
  ['search', /^NAME {2,}DESCRIPTION/],
  ['diskUsage', /^TYPE {2,}TOTAL/],
  ['processes', /^UID {2,}PID {2,}PPID|^PID {2,}USER/],
]

/** How every header begins. */
const TITLE = /^\s*[A-Z]{2}/

/** Cells that Docker leaves empty: they explain a row with fewer cells than its header has titles. */
const MAY_BE_EMPTY = ['PORTS', 'AUTOMATED', 'OFFICIAL', 'COMMENT', 'EXTRA', 'DESCRIPTION']

/** Reads the table whose header is `lines[start]`, or null when that line is no header Docker prints. */
export function readTable(lines: readonly string[], start: number): PrintedTable | null {
  if (!TITLE.test(lines[start] ?? '')) return null
  const laidOut = readLaidOut(lines, start)
  const end = laidOut === null ? start : (laidOut.rows.at(-1)?.line ?? start)
  // Read to its end, and no title has others run into it.
  if (laidOut?.columns.every(isTitle) === true && (lines[end + 1] ?? '').trim() === '') return laidOut
  const collapsed = readCollapsedTable(lines, start, CONTAINER_TITLES)
  if (collapsed === null || laidOut === null) return collapsed ?? laidOut
  const isWhole = laidOut.rows.length >= collapsed.rows.length || MEASURED.has(laidOut.name)
  return isWhole && laidOut.columns.length >= collapsed.columns.length ? laidOut : collapsed
}

/** A table whose columns stand one below the other. */
function readLaidOut(lines: readonly string[], start: number): PrintedTable | null {
  const header = lines[start] ?? ''
  const columns = header.trim().split(/ {2,}/)
  const name =
    HEADERS.find(([, pattern]) => pattern.test(header))?.[0] ?? (isContainerHeader(columns) ? 'containers' : null)
  if (!name) return null
  const offsets = columnOffsets(header, columns)
  const rows: TableRow[] = []
  for (let line = start + 1; line < lines.length; line += 1) {
    const whole = withNameBelow(lines, line, columns, offsets)
    const cells = readRow(whole ?? lines[line] ?? '', columns, offsets)
    if (!cells) break
    if (whole !== null) line += 1
    rows.push({ line, cells })
  }
  return { name, columns, line: start, rows }
}

/** Titles that `docker ps --format 'table …'` prints. */
const CONTAINER_TITLES = new Set([
  'CONTAINER ID',
  'IMAGE',
  'COMMAND',
  'CREATED',
  'CREATED AT',
  'STATUS',
  'PORTS',
  'NAMES',
  'SIZE',
  'LABELS',
  'MOUNTS',
  'NETWORKS',
  'STATE',
  'LOCAL VOLUMES',
])

/** One or two words, as all titles are but for those of measures. */
function isTitle(column: string): boolean {
  return CONTAINER_TITLES.has(column) || !column.includes(' ') || OTHER_TITLES.has(column)
}

const OTHER_TITLES = new Set(['IMAGE ID', 'VOLUME NAME', 'NETWORK ID', 'CREATED BY', 'DISK USAGE', 'CONTENT SIZE'])

function isContainerHeader(columns: readonly string[]): boolean {
  return columns.every((column) => CONTAINER_TITLES.has(column)) && columns.includes('NAMES')
}

/**
 * Every container has a name: where a row lacks its own, a narrow window broke it, the blanks at its end were lost, and
 * the name stands alone in the next row. Null where it does not.
 */
function withNameBelow(
  lines: readonly string[],
  line: number,
  columns: readonly string[],
  offsets: readonly number[],
): string | null {
  const [row = '', next = ''] = [lines[line], lines[line + 1]]
  const offset = offsets.at(-1) ?? 0
  if (columns.length < 2 || columns.at(-1) !== 'NAMES' || row.length >= offset) return null
  const indent = /^( *)[\w.-]+$/.exec(next)?.[1]?.length
  if (indent === undefined || row.length > offset - indent) return null
  return row.padEnd(offset - indent) + next
}

function columnOffsets(header: string, columns: readonly string[]): readonly number[] {
  const offsets: number[] = []
  let from = 0
  for (const column of columns) {
    const at = header.indexOf(column, from)
    offsets.push(at)
    from = at + column.length
  }
  return offsets
}

function readRow(
  line: string,
  columns: readonly string[],
  offsets: readonly number[],
): Readonly<Record<string, string>> | null {
  if (line.trim() === '') return null
  return cutAtOffsets(line, columns, offsets) ?? cutAtGaps(line, columns)
}

/** The layout is intact when what stands before each column's start is a blank. */
function cutAtOffsets(
  line: string,
  columns: readonly string[],
  offsets: readonly number[],
): Readonly<Record<string, string>> | null {
  const aligned = offsets.every(
    (offset) =>
      offset === 0 || offset >= line.length || (line[offset - 1] === ' ' && (line[offset - 2] ?? ' ') === ' '),
  )
  if (!aligned || (offsets[1] ?? 0) >= line.length) return null
  const cells = columns.map(
    (column, index) => [column, line.slice(offsets[index], offsets[index + 1] ?? line.length).trim()] as const,
  )
  const overflown = cells.some(([, cell]) => / {3,}/.test(cell))
  return overflown ? null : Object.fromEntries(cells)
}

/** A row whose blanks were changed on the way (tabs, a narrower terminal): its cells are what two blanks or more separate. */
function cutAtGaps(line: string, columns: readonly string[]): Readonly<Record<string, string>> | null {
  const cells = line.trim().split(/ {2,}|\t+/)
  if (cells.length < 2 || cells.length > columns.length) return null
  const missing = columns.length - cells.length
  const empty = columns.filter((column) => MAY_BE_EMPTY.includes(column)).slice(0, missing)
  if (empty.length < missing) return null
  let next = 0
  return Object.fromEntries(columns.map((column) => [column, empty.includes(column) ? '' : (cells[next++] ?? '')]))
}
