import { alignTabs, LIST_TABLE, type TabWriterOptions } from './tab-writer'

/** A list as Docker's clients print it: the headers and the rows, three spaces apart, each line ended. */
export function formatTable(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  options: TabWriterOptions = LIST_TABLE,
): string {
  return alignTabs(`${[headers, ...rows].map((cells) => cells.join('\t')).join('\n')}\n`, options)
}
