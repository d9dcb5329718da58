import type { Row } from './screen-row'

/** Narrowest and widest window of which we believe that it broke rows. */
const WIDTH_MIN = 40
const WIDTH_MAX = 250

/** First columns of Docker's tables. */
const HEADER = /^(?:CONTAINER ID|REPOSITORY|NETWORK ID|DRIVER|IMAGE|NAME|TYPE|PID|UID) {2,}[A-Z]/

/** The rest of a header that went on in the next row: capitals in columns. */
const HEADER_REST = /^ *[A-Z]+(?: [A-Z]+)?(?: {2,}[A-Z]+(?: [A-Z]+)?)* *$/

/**
 * Joins rows that a terminal of a certain width broke when they were copied. That it did so is only believed where a
 * table's header is as wide as the widest row and goes on in the next one.
 */
export function unwrapRows(rows: readonly Row[]): readonly Row[] {
  const width = brokenWidth(rows)
  if (width === null) return rows
  const joined: Row[] = []
  let open = false
  for (const row of rows) {
    const last = joined.at(-1)
    if (open && last !== undefined) joined[joined.length - 1] = join(last, row)
    else joined.push(row)
    open = row.text.length === width
  }
  return joined
}

function brokenWidth(rows: readonly Row[]): number | null {
  const widest = rows.reduce((max, row) => Math.max(max, row.text.length), 0)
  if (widest < WIDTH_MIN || widest > WIDTH_MAX) return null
  const isProven = rows.some(
    (row, index) => row.text.length === widest && goesOn(row.text, rows[index + 1]?.text ?? ''),
  )
  return isProven ? widest : null
}

function goesOn(header: string, next: string): boolean {
  return HEADER.test(header) && next !== '' && HEADER_REST.test(next)
}

function join(row: Row, next: Row): Row {
  const columns = [...columnsOf(row), ...columnsOf(next)]
  return { ...row, text: row.text + next.text, columns }
}

function columnsOf(row: Row): readonly number[] {
  return row.columns ?? Array.from({ length: row.text.length }, (_, index) => row.shift + index)
}
