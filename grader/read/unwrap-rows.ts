import { goesOn, HEADER, isBeginning, isClosedLine, isOpenLine, isSettled, isUnclosed } from './broken-row'
import { joinRows } from './join-rows'
import type { Row } from './screen-row'
import { indentOf } from './screen-row'
import { joinTrimmedTables } from './trimmed-tables'
import { type WordsAcross, wordsIn } from './words-across'

/** Narrowest and widest window of which we believe that it broke rows. */
const WIDTH_MIN = 40
const WIDTH_MAX = 250

/** Widths that windows have by themselves, or are set to. */
const USUAL_WIDTHS = new Set([80, 100, 120, 132, 140, 160])

/** So many rows of the full width say by their number that the window broke them. */
const MANY = 2

/** More rows say nothing new. */
const LOOKED_AT = 200

interface Window {
  readonly width: number
  readonly isPrompt: (text: string) => boolean
  readonly words: WordsAcross
}

/**
 * Joins rows that a terminal of a certain width broke when they were copied, also in the middle of a word. The width is
 * that of the widest row. That it broke rows is believed where a row of this width cannot end there (a table's header, a
 * digest, a quotation that goes on), or where most such rows are followed by what may be their rest, and there are several
 * or the width is a usual one.
 */
export function unwrapRows(rows: readonly Row[], isPrompt: (text: string) => boolean): readonly Row[] {
  const width = rows.reduce((max, row) => Math.max(max, row.text.length), 0)
  if (width < WIDTH_MIN || width > WIDTH_MAX) return rows
  const window: Window = { width, isPrompt, words: wordsIn(rows) }
  const tables = joinTrimmedTables(rows, width, isPrompt)
  return tables === null && !isBroken(rows, window) ? rows : joinBroken(tables ?? rows, window)
}

function joinBroken(rows: readonly Row[], window: Window): readonly Row[] {
  const joined: Row[] = []
  let pieces: Row[] = []
  let inTable = false
  const flush = () => {
    const [first, ...rest] = pieces
    if (first !== undefined) joined.push(rest.length === 0 ? first : joinRows(pieces, window.width))
  }
  for (const row of rows) {
    const last = pieces.at(-1)?.text
    if (last !== undefined && isPiece(last, row.text, window, inTable)) {
      inTable ||= HEADER.test(last)
      pieces.push(row)
    } else {
      inTable &&= row.text.trim() !== '' && !window.isPrompt(row.text)
      flush()
      pieces = [row]
    }
  }
  flush()
  return joined
}

/** A row of the full width, or a typed one that lost the blank in its last column to the copying. */
function isPiece(text: string, next: string, window: Window, inTable: boolean): boolean {
  if (text.length === window.width) return goesOnInto(text, next, window, inTable)
  return text.length === window.width - 1 && isUnclosed(text, next) && window.isPrompt(text) && !window.isPrompt(next)
}

/** Every row of a table whose header was broken is broken too, whatever its rest looks like. */
function goesOnInto(text: string, next: string, window: Window, inTable: boolean): boolean {
  if (mustGoOn(text, next, window)) return true
  return inTable ? !isBeginning(next) && !window.isPrompt(next) : !isWhole(text, next, window)
}

function mustGoOn(text: string, next: string, window: Window): boolean {
  return (goesOn(text, next) && !window.isPrompt(next)) || isTypedOn(text, next, window)
}

/** A typed line lacks its end. */
function isTypedOn(text: string, next: string, { isPrompt, words }: Window): boolean {
  return (isOpenLine(text, next) || words.isBroken(text, next)) && isPrompt(text) && !isPrompt(next)
}

function isWhole(text: string, next: string, { isPrompt, words }: Window): boolean {
  if (isSettled(text, next) || isPrompt(next)) return true
  return (isClosedLine(text, next) || words.isWhole(text, next)) && isPrompt(text)
}

/** Whether rows that fill the window are followed by their rests. */
function isBroken(rows: readonly Row[], window: Window): boolean {
  const full = rows
    .flatMap(({ text }, index) => (text.length === window.width ? [{ text, next: rows[index + 1]?.text ?? '' }] : []))
    .slice(0, LOOKED_AT)
  if (full.some(({ text, next }) => goesOn(text, next) && !window.isPrompt(next))) return true
  const rests = new Map(full.map(({ text, next }) => [text, next]))
  const least = USUAL_WIDTHS.has(window.width) ? 1 : MANY
  if (rests.size < least) return false
  // The same line has the same rest wherever it stands.
  const steady = [...rests].filter(([text, next]) => full.every((row) => row.text !== text || row.next === next))
  if (steady.filter(([text, next]) => isTypedOn(text, next, window)).length >= least) return true
  const open = steady.filter(
    ([text, next]) => !isWhole(text, next, window) && !/\.$| {2}$/.test(text) && indentOf(next) <= 1,
  ).length
  return open >= least && (rests.size - open) * 2 <= open
}
