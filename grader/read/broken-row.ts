import { startsWithKnownCommand } from './command-words'
import { indentOf } from './screen-row'

/** First columns of Docker's tables. */
export const HEADER = /^(?:CONTAINER ID|REPOSITORY|NETWORK ID|DRIVER|IMAGE|NAMES?|TYPE|PID|UID) {2,}[A-Z]/

/** The rest of a header that went on in the next row: capitals in columns. */
const HEADER_REST = /^ *[A-Z]+(?: [A-Z]+)?(?: {2,}[A-Z]+(?: [A-Z]+)?)* *$/

/** The daemon's messages are one row, however long. */
const MESSAGE = /^(?:docker: )?Error(?: response from daemon)?: |^template parsing error: /

/** A row of a list of containers. */
const CONTAINER = /^[0-9a-f]{12} {2}/

/** Rows with which docker's outputs begin, or that stand alone. */
const BEGINNING =
  /^(?:[0-9a-f]{40,64}$|[0-9a-f]{12}(?: {2}|\t| \S{1,200} ["“])|<missing> |Unable to find image|Using default tag|\S+: Pulling |Error response from daemon|docker: | => |\[\+\] Building|Sending build context|Usage: |[[{]$|Untagged: |Deleted: |Digest: |Status: )/

/** A row that fills the window cannot have ended there: the next one holds its rest. */
export function goesOn(text: string, next: string): boolean {
  if (next === '') return false
  if (HEADER.test(text)) return isHeaderRest(next)
  if (isInDigest(text, next) || isInProgress(text, next) || isInDocument(text, next)) return true
  if (CONTAINER.test(text)) return /^\w[\w.-]{0,40}$/.test(next) && !startsWithKnownCommand(next)
  return MESSAGE.test(text) && (isInQuotes(text, next) || isInId(text, next) || isMidSentence(text, next))
}

export function isHeaderRest(next: string): boolean {
  return HEADER_REST.test(next) && !HEADER.test(next)
}

/** A typed line that fills the window cannot have ended there: a quotation or `$(` closes in the next row, a value is missing. */
export function isOpenLine(text: string, next: string): boolean {
  if (isUnclosed(text, next)) return true
  if (next.startsWith('> ')) return false
  if (/=[^\s,=]*,\w*$/.test(text) && /^\w*[=,]/.test(next)) return true
  return /[\w.][:=,]$/.test(text) && /^[\w/]/.test(next)
}

/** A quotation or `$(` of the row closes in the next. */
export function isUnclosed(text: string, next: string): boolean {
  if (next.startsWith('> ')) return false
  const isOdd = (row: string, mark: string) => row.split(mark).length % 2 === 0
  if (["'", '"'].some((mark) => isOdd(text, mark) && isOdd(next, mark))) return true
  const open = text.lastIndexOf('$(')
  return open >= 0 && !text.slice(open).includes(')') && next.includes(')')
}

/** A typed line has its end where a quotation closes, if a word begins the next row. */
export function isClosedLine(text: string, next: string): boolean {
  return /['"]$/.test(text) && /^[\w/]/.test(next)
}

/** The row has its end, or the next one begins something of its own. */
export function isSettled(text: string, next: string): boolean {
  if (isBeginning(next) || isAlike(text, next) || isWholeProgress(text) || HEADER_REST.test(text)) return true
  return /(?<![0-9a-f])[0-9a-f]{64}$/.test(text) && !/^[,"'\])}:;]/.test(next)
}

export function isBeginning(next: string): boolean {
  return next.trim() === '' || HEADER.test(next) || BEGINNING.test(next)
}

/** Both rows begin alike, or have the same columns: rows of one table, steps of one list. */
function isAlike(text: string, next: string): boolean {
  if (/^\S{4}/.test(next) && text.slice(0, 4) === next.slice(0, 4)) return true
  if (numberOf(next) === numberOf(text) + 1) return true
  const indent = indentOf(next)
  if (indent > 1 && indent === indentOf(text)) return true
  const [first, second] = columnsOf(next)
  const columns = columnsOf(text)
  return first !== undefined && second !== undefined && columns.includes(first) && columns.includes(second)
}

/** The line number at the left, NaN where there is none. */
function numberOf(text: string): number {
  return Number(/^ {0,8}(\d{1,5})(?:[:.)\t]| {2})/.exec(text)?.[1] ?? Number.NaN)
}

/** Where words begin behind two blanks or more. */
function columnsOf(text: string): readonly number[] {
  return [...text.matchAll(/\S {2,}(?=\S)/g)].map((match) => match.index + match[0].length)
}

/** A digest of 64 digits begins in the row and ends in the next. */
function isInDigest(text: string, next: string): boolean {
  const digits = /(?:^|sha256:|[\s"@/])([0-9a-f]{1,63})$/.exec(text.slice(-72))?.[1]?.length ?? 0
  return digits > 0 && leadingDigits(next) + digits === 64
}

function leadingDigits(next: string): number {
  return (/^[0-9a-f]+(?![0-9A-Za-z])/.exec(next.slice(0, 65))?.[0] ?? '').length
}

/** A builder's row: its time, or the builder's name, stands at the right. */
function isInProgress(text: string, next: string): boolean {
  return /^(?: => |\[\+\] )/.test(text) && /^ *(?:\d*\.?\d+s|docker:[\w-]+)$/.test(next.trimEnd())
}

function isWholeProgress(text: string): boolean {
  return /^(?: => |\[\+\] ).* (?:\d+\.\ds|docker:[\w-]+)$|\] +[\d.]+[kMG]?B\/[\d.]+[kMG]?B$/.test(text)
}

/** In an inspected document every row has as many quotes as close, and a value's comma beside it. */
function isInDocument(text: string, next: string): boolean {
  if (!/^ +"/.test(text)) return false
  if (/^(?:,|:? ?[{[])$/.test(next.trimEnd())) return next.startsWith(',') || /["}:] ?$/.test(text)
  return isInQuotes(text, next) && /[",[{\]}]$/.test(next.trimEnd())
}

/** The message has no end yet, and the next row begins small and has nothing of a prompt or a command in it. */
function isMidSentence(text: string, next: string): boolean {
  if (/[.]$/.test(text) || /[@$#%❯➜λ]/u.test(next) || startsWithKnownCommand(next)) return false
  return /^ [a-z("]/.test(next) || (/^[a-z(]/.test(next) && (text.endsWith(' ') || next.trim().includes(' ')))
}

/** A quotation opens in the row and closes in the next. */
function isInQuotes(text: string, next: string): boolean {
  const isOdd = (row: string) => (row.match(/"/g) ?? []).length % 2 === 1
  return isOdd(text) && isOdd(next)
}

/** An id of 12 or 64 digits begins in the row and ends in the next. */
function isInId(text: string, next: string): boolean {
  const digits = (/[0-9a-f]+$/.exec(text.slice(-64))?.[0] ?? '').length
  const more = leadingDigits(next)
  return digits > 0 && more > 0 && [12, 64].includes(digits + more)
}
