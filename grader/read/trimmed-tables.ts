import { HEADER, isHeaderRest } from './broken-row'
import { joinRows } from './join-rows'
import type { Row } from './screen-row'

/**
 * Joins the rows of tables that were broken and copied without the blanks at their rows' ends: where a header goes on in
 * the next row, each row of the table takes as many rows. Null where there is no such table.
 */
export function joinTrimmedTables(
  rows: readonly Row[],
  width: number,
  isPrompt: (text: string) => boolean,
): readonly Row[] | null {
  const joined: Row[] = []
  let found = false
  let index = 0
  while (index < rows.length) {
    const row = rows[index]
    if (row === undefined) break
    const height = heightOf(rows, index, width)
    if (height === 1) {
      joined.push(row)
      index += 1
      continue
    }
    found = true
    const end = tableEnd(rows, index, isPrompt)
    for (; index < end; index += height) joined.push(joinRows(rows.slice(index, Math.min(index + height, end)), width))
  }
  return found ? joined : null
}

/** How many rows the header takes whose blanks were lost; 1 where the row is none. */
function heightOf(rows: readonly Row[], index: number, width: number): number {
  const header = rows[index]?.text ?? ''
  if (!HEADER.test(header) || header.length === width) return 1
  return isHeaderRest(rows[index + 1]?.text ?? '') ? 2 : 1
}

function tableEnd(rows: readonly Row[], from: number, isPrompt: (text: string) => boolean): number {
  const end = rows.findIndex((row, index) => index > from + 1 && (row.text.trim() === '' || isPrompt(row.text)))
  return end < 0 ? rows.length : end
}
