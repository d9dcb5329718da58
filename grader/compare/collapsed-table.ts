import type { PrintedTable, TableName, TableRow } from './table'

/** Headers as Docker prints them, title by title. */
const HEADERS: readonly (readonly [TableName, ...string[]])[] = [
  ['containers', 'CONTAINER ID', 'IMAGE', 'COMMAND', 'CREATED', 'STATUS', 'PORTS', 'NAMES'],
  ['containers', 'CONTAINER ID', 'IMAGE', 'COMMAND', 'CREATED', 'STATUS', 'PORTS', 'NAMES', 'SIZE'],
  ['images', 'REPOSITORY', 'TAG', 'IMAGE ID', 'CREATED', 'SIZE'],
  ['images', 'REPOSITORY', 'TAG', 'DIGEST', 'IMAGE ID', 'CREATED', 'SIZE'],
  ['images', 'IMAGE', 'ID', 'DISK USAGE', 'CONTENT SIZE', 'EXTRA'],
  ['volumes', 'DRIVER', 'VOLUME NAME'],
  ['networks', 'NETWORK ID', 'NAME', 'DRIVER', 'SCOPE'],
  ['history', 'IMAGE', 'CREATED', 'CREATED BY', 'SIZE', 'COMMENT'],
  ['search', 'NAME', 'DESCRIPTION', 'STARS', 'OFFICIAL'],
  ['search', 'NAME', 'DESCRIPTION', 'STARS', 'OFFICIAL', 'AUTOMATED'],
  ['diskUsage', 'TYPE', 'TOTAL', 'ACTIVE', 'SIZE', 'RECLAIMABLE'],
  ['stats', 'CONTAINER ID', 'NAME', 'CPU %', 'MEM USAGE / LIMIT', 'MEM %', 'NET I/O', 'BLOCK I/O', 'PIDS'],
  ['processes', 'UID', 'PID', 'PPID', 'C', 'STIME', 'TTY', 'TIME', 'CMD'],
  ['processes', 'PID', 'USER', 'TIME', 'COMMAND'],
]

const BY_TEXT = new Map(HEADERS.map(([name, ...columns]) => [columns.join(' '), { name, columns }]))

/** Tables of which nothing but their sort is compared: their rows are not cut. */
export const MEASURED: ReadonlySet<TableName> = new Set(['history', 'search', 'diskUsage', 'stats', 'processes'])

const AGE = String.raw`(?:Less than a second|About an? (?:minute|hour)|\d{1,6} (?:second|minute|hour|day|week|month|year)s?)`
const PORT = String.raw`\S{1,90}/(?:tcp|udp|sctp)`
const SIZE = String.raw`\d[\d.]{0,12}[a-zA-Z]{0,2}B`

/** What the cells of a column look like; all others are one word. */
const CELLS: Readonly<Record<string, string>> = {
  'CONTAINER ID': '[0-9a-f]{12,64}',
  COMMAND: '["“].{0,1000}["”]',
  CREATED: `${AGE} ago|N/A`,
  'CREATED AT': String.raw`\d{4}-\d\d-\d\d \d\d:\d\d:\d\d [+-]\d{4}(?: \w{1,5})?`,
  STATUS: String.raw`Created|Dead|Removal In Progress|(?:Exited|Restarting) \(\d{1,3}\) ${AGE} ago|Up ${AGE}(?: \([\w: ]{1,20}\))?`,
  PORTS: `${PORT}(?:, ${PORT}){0,40}`,
  SIZE: String.raw`${SIZE}(?: \(virtual ${SIZE}\))?`,
  MOUNTS: String.raw`[^\s=]{1,200}`,
  LABELS: String.raw`\S.{0,1000}`,
  EXTRA: '[UI](?: ?[UI])?',
}

const MAY_BE_EMPTY: ReadonlySet<string> = new Set(['PORTS', 'EXTRA', 'LABELS', 'MOUNTS'])

/** Longest row that is cut. */
const ROW_MAX = 2_000

/**
 * Reads a table that lost its columns: blanks that a chat, a mail or a word processor ran together, tabs. What its
 * header says, and the forms that cells have, tell where one ends. `titles` are those a list of containers may have.
 */
export function readCollapsedTable(
  lines: readonly string[],
  start: number,
  titles: ReadonlySet<string>,
): PrintedTable | null {
  const header = oneBlank(lines[start] ?? '')
  const known = BY_TEXT.get(header) ?? ofTemplate(header, titles)
  if (known === null) return null
  const { name, columns } = known
  const form = rowForm(columns)
  const rows: TableRow[] = []
  for (let line = start + 1; line < lines.length; line += 1) {
    const text = oneBlank(lines[line] ?? '')
    const cells = MEASURED.has(name) ? measured(text) : cutByForm(text, columns, form)
    if (cells === null) break
    rows.push({ line, cells })
  }
  return { name, columns, line: start, rows }
}

function oneBlank(text: string): string {
  return text.slice(0, ROW_MAX).replace(/\s+/g, ' ').trim()
}

/** The header that `--format 'table …'` gives a list of containers or of images: any titles. */
function ofTemplate(
  header: string,
  titles: ReadonlySet<string>,
): { readonly name: TableName; readonly columns: readonly string[] } | null {
  const words = header.split(' ', 24)
  const columns: string[] = []
  for (let i = 0; i < words.length; ) {
    const [first = '', pair = ''] = [words[i], `${words[i]} ${words[i + 1]}`]
    const isPair = titles.has(pair) || IMAGE_TITLES.has(pair)
    if (!isPair && !titles.has(first) && !IMAGE_TITLES.has(first)) return null
    columns.push(isPair ? pair : first)
    i += isPair ? 2 : 1
  }
  if (columns[0] === 'REPOSITORY') return { name: 'images', columns }
  return columns.includes('NAMES') || columns[0] === 'CONTAINER ID' ? { name: 'containers', columns } : null
}

const IMAGE_TITLES = new Set(['REPOSITORY', 'TAG', 'DIGEST', 'IMAGE ID', 'SHARED SIZE', 'UNIQUE SIZE', 'CONTAINERS'])

function rowForm(columns: readonly string[]): RegExp {
  const cells = columns.map((column, index) => {
    const cell = `(${CELLS[column] ?? String.raw`\S+`})`
    if (index === 0) return cell
    return MAY_BE_EMPTY.has(column) ? `(?: ${cell})?` : ` ${cell}`
  })
  return new RegExp(`^${cells.join('')}$`)
}

function cutByForm(text: string, columns: readonly string[], form: RegExp): TableRow['cells'] | null {
  const match = form.exec(text)
  return match === null ? null : Object.fromEntries(columns.map((column, index) => [column, match[index + 1] ?? '']))
}

function measured(text: string): TableRow['cells'] | null {
  return text.includes(' ') && !BY_TEXT.has(text) ? {} : null
}
