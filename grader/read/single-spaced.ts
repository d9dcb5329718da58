import type { Row } from './screen-row'

/** So many rows are not blank between blank ones by chance. */
const ROWS_MIN = 8

/** Rows between each two of which copying put a blank one, as mail programs and editors of documents do, without those. */
export function singleSpaced(rows: readonly Row[]): readonly Row[] {
  const first = rows.findIndex((row) => row.text.trim() !== '')
  const isBetween = (index: number) => (index - first) % 2 === 1
  if (first < 0 || rows.some((row, index) => index > first && isBetween(index) && row.text.trim() !== '')) return rows
  const kept = rows.filter((_row, index) => index >= first && !isBetween(index))
  return kept.filter((row) => row.text.trim() !== '').length < ROWS_MIN ? rows : kept
}
