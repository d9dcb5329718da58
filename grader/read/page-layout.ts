import type { Row } from './screen-row'
import { dropFirst } from './screen-row'

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
const gluedFence = /\S.*[^`]`{3}\s*$/
const scriptMark = /^Script (?:started|done) (?:on |, |file is )/

/**
 * Finds fences and script(1) headers. `looksTyped` says whether a row looks like a prompt with a command: an excerpt may
 * start inside a fence, which only such a row before the first closing fence can tell.
 */
export function layOut(rows: readonly Row[], looksTyped: (text: string) => boolean): PageLayout {
  const plain = stripGutter(rows)
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
    } else if (inFence && gluedFence.test(row.text) && !looksTyped(row.text)) {
      placed.push({ row: { ...row, text: row.text.replace(/`{3}\s*$/, '') }, kind: 'text', region, inFence, language })
      inFence = false
      region++
    } else {
      placed.push({ row, kind: 'text', region, inFence, language })
    }
  }
  return { rows: placed, fenced }
}

function languageOf(text: string): string {
  return /(?:`{3,}|~{3,})\s*\{?\.?([\w+-]*)/.exec(text)?.[1]?.toLowerCase() ?? ''
}

function startsInsideFence(rows: readonly Row[], looksTyped: (text: string) => boolean): boolean {
  for (const row of rows) {
    if (fence.test(row.text)) return false
    if (looksTyped(row.text)) return followedByBareFence(rows, row.line)
    if (gluedFence.test(row.text)) return false
  }
  return false
}

function followedByBareFence(rows: readonly Row[], line: number): boolean {
  const next = rows.find((row) => row.line > line && (fence.test(row.text) || gluedFence.test(row.text)))
  return next !== undefined && !fenceWithLanguage.test(next.text)
}

const gutter = /^\s{0,6}(\d{1,5})(?:[.:|│]\s?|\s{1,4}[|│]\s?|\t|\s{1,3}|$)/

/** Removes the line numbers an editor shows, when (nearly) every row starts with the number after the one before. */
function stripGutter(rows: readonly Row[]): readonly Row[] {
  let next: number | null = null
  let numbered = 0
  const widths: number[] = []
  for (const row of rows) {
    const match = gutter.exec(row.text)
    const number = match === null ? null : Number(match[1])
    const follows: boolean = number !== null && (next === null || number === next)
    if (follows && number !== null && match !== null) {
      numbered++
      next = number + 1
      widths.push(match[0].length)
    } else {
      widths.push(0)
    }
  }
  if (rows.length < 3 || numbered < rows.length * 0.9) return rows
  return rows.map((row, index) => dropFirst(row, widths[index] ?? 0))
}
