import type { Row } from './screen-row'

/** Narrowest and widest window of which we believe that it broke rows. */
const WIDTH_MIN = 40
const WIDTH_MAX = 250

/** First columns of Docker's tables. */
const HEADER = /^(?:CONTAINER ID|REPOSITORY|NETWORK ID|DRIVER|IMAGE|NAME|TYPE|PID|UID) {2,}[A-Z]/

/** The rest of a header that went on in the next row: capitals in columns. */
const HEADER_REST = /^ *[A-Z]+(?: [A-Z]+)?(?: {2,}[A-Z]+(?: [A-Z]+)?)* *$/

/** The daemon's messages are one row, however long. */
const MESSAGE = /^(?:docker: )?Error(?: response from daemon)?: /

/**
 * Joins rows that a terminal of a certain width broke when they were copied. That it did so is only believed where the
 * widest row is a table's header or a message of the daemon that goes on in the next one.
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

function goesOn(text: string, next: string): boolean {
  if (HEADER.test(text)) return next !== '' && HEADER_REST.test(next)
  return MESSAGE.test(text) && (isInQuotes(text, next) || isInId(text, next) || isMidSentence(text, next))
}

/** Messages that pass from one component to the next, and how they end. */
const CHAIN = /failed to (?:create|set up)|driver failed|OCI runtime|unable to start/
const CHAIN_END = /(?:unknown|allocated|in use|denied|not permitted)\.?$/

/** Such a message has no end yet, and the next row begins small and has nothing of a prompt or a command in it. */
function isMidSentence(text: string, next: string): boolean {
  if (!CHAIN.test(text) || CHAIN_END.test(text)) return false
  return /^ ?[a-z(]/.test(next) && !next.startsWith('docker') && !/[@$#%>❯➜λ]/u.test(next)
}

/** A quotation opens in the row and closes in the next. */
function isInQuotes(text: string, next: string): boolean {
  const isOdd = (row: string) => (row.match(/"/g) ?? []).length % 2 === 1
  return isOdd(text) && isOdd(next)
}

/** An id of 12 or 64 digits begins in the row and ends in the next. */
function isInId(text: string, next: string): boolean {
  const digits = (/[0-9a-f]+$/.exec(text.slice(-64))?.[0] ?? '').length
  const more = (/^[0-9a-f]+(?![0-9a-z])/.exec(next.slice(0, 65))?.[0] ?? '').length
  return digits > 0 && more > 0 && [12, 64].includes(digits + more)
}

function join(row: Row, next: Row): Row {
  const columns = [...columnsOf(row), ...columnsOf(next)]
  return { ...row, text: row.text + next.text, columns }
}

function columnsOf(row: Row): readonly number[] {
  return row.columns ?? Array.from({ length: row.text.length }, (_, index) => row.shift + index)
}
