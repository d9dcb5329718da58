import type { Row } from './screen-row'

/** One row of several; blanks that were lost at the end of each but the last are put back up to `width`. */
export function joinRows(rows: readonly Row[], width = 0): Row {
  const [first] = rows
  if (first === undefined) throw new Error('no rows to join')
  const texts = rows.map(({ text }, index) => (index < rows.length - 1 ? text.padEnd(width) : text))
  const columns = rows.flatMap((row, index) =>
    Array.from({ length: texts[index]?.length ?? 0 }, (_, at) => row.columns?.[at] ?? row.shift + at),
  )
  return { ...first, text: texts.join(''), columns }
}
