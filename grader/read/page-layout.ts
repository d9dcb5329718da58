import type { Row } from './screen-row'
import { dropFirst, indentOf } from './screen-row'

/** How the rows lie on the page they were pasted from: a plain terminal, or notes in Markdown with fences. */
export interface PageLayout {
  readonly rows: readonly PlacedRow[]
  readonly fenced: boolean
}

export interface PlacedRow {
  readonly row: Row
  /** `mark`: a fence or a line that script(1) wrote; it belongs to no output. */
  readonly kind: 'text' | 'mark'
  /** Counts up at every fence; what a command printed never reaches into the next region. */
  readonly region: number
  readonly inFence: boolean
  /** The language named at the fence, lower case, empty for none. */
  readonly language: string
}

const fence = /^(?:> ?)?\s{0,12}(?:`{3,}|~{3,})\s*[^`~]{0,80}$/
const fenceWithLanguage = /^(?:> ?)?\s{0,12}(?:`{3,}|~{3,})\s*\{?[A-Za-z.]/
const scriptMark = /^Script (?:started|done) (?:on |, |file is )/

/**
 * Finds fences and script(1) headers. `looksTyped` says whether a row looks like a prompt with a command: an excerpt may
 * start inside a fence, which only such a row before the first closing fence can tell.
 */
export function layOut(rows: readonly Row[], looksTyped: (text: string) => boolean): PageLayout {
  const plain = stripQuote(stripGutter(rows), looksTyped)
  const placed: PlacedRow[] = []
  let inFence = startsInsideFence(plain, looksTyped)
  let region = 0
  let fenced = inFence
  let language = ''
  for (const row of plain) {
    if (fence.test(row.text)) {
      inFence = !inFence || fenceWithLanguage.test(row.text)
      fenced = true
      language = inFence ? languageOf(row.text) : ''
      region++
      placed.push({ row, kind: 'mark', region, inFence: false, language })
    } else if (scriptMark.test(row.text)) {
      placed.push({ row, kind: 'mark', region, inFence, language })
    } else if (inFence && endsWithFence(row.text) && !looksTyped(row.text)) {
      placed.push({ row: { ...row, text: row.text.trimEnd().slice(0, -3) }, kind: 'text', region, inFence, language })
      inFence = false
      region++
    } else {
      placed.push({ row, kind: 'text', region, inFence, language })
    }
  }
  return { rows: placed, fenced }
}

/** A closing fence glued to the last row of what it encloses. */
function endsWithFence(text: string): boolean {
  const trimmed = text.trimEnd()
  return trimmed.endsWith('```') && trimmed.length > 3 && trimmed.charAt(trimmed.length - 4) !== '`'
}

function languageOf(text: string): string {
  return /(?:`{3,}|~{3,})\s*\{?\.?([\w+-]*)/.exec(text)?.[1]?.toLowerCase() ?? ''
}

function startsInsideFence(rows: readonly Row[], looksTyped: (text: string) => boolean): boolean {
  for (const row of rows) {
    if (fence.test(row.text)) return false
    if (looksTyped(row.text)) return followedByBareFence(rows, row.line)
    if (endsWithFence(row.text)) return false
  }
  return false
}

function followedByBareFence(rows: readonly Row[], line: number): boolean {
  const next = rows.find((row) => row.line > line && (fence.test(row.text) || endsWithFence(row.text)))
  return next !== undefined && !fenceWithLanguage.test(next.text)
}

const gutterNumber = /^\s{0,6}(\d{1,5})(?:[.:]?\s?[|│]|[.:)](?=\s|$))?(?=\s|$|[|│])/

/** Removes the line numbers an editor shows, when (nearly) every row starts with the number after the one before. */
function stripGutter(rows: readonly Row[]): readonly Row[] {
  let next: number | null = null
  let blanks = 8
  const widths: number[] = []
  for (const row of rows) {
    const match = gutterNumber.exec(row.text)
    const number = match === null ? null : Number(match[1])
    if (match === null || number === null || (next !== null && number !== next)) {
      widths.push(0)
      continue
    }
    next = number + 1
    const width = match[0].length
    widths.push(width)
    if (row.text.length > width) blanks = Math.min(blanks, indentOf(row.text.slice(width)))
  }
  const numbered = widths.filter((width) => width > 0).length
  if (rows.length < 3 || numbered < rows.length * 0.9) return rows
  return rows.map((row, index) => dropFirst(row, gutterWidth(row.text, widths[index] ?? 0, blanks)))
}

function gutterWidth(text: string, width: number, blanks: number): number {
  return width === 0 ? 0 : width + Math.min(blanks, indentOf(text.slice(width)))
}

/** Removes the `> ` of a message quoted as a whole, when that brings its prompts to light. */
function stripQuote(rows: readonly Row[], looksTyped: (text: string) => boolean): readonly Row[] {
  const written = rows.filter((row) => row.text.trim() !== '')
  const quoted = written.filter((row) => row.text.startsWith('>'))
  if (written.length < 2 || quoted.length < written.length * 0.9) return rows
  if (!quoted.some((row) => looksTyped(row.text.replace(/^> ?/, '')))) return rows
  return rows.map((row) => dropFirst(row, /^> ?/.exec(row.text)?.[0].length ?? 0))
}
