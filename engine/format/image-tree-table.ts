import { formatHumanSize } from './human-size'

/** A line of `docker images` as client 29 prints it. `name` is null for a dangling image. */
export interface ImageTreeRow {
  readonly name: string | null
  readonly id: string
  /** Bytes on disk, unpacked. */
  readonly diskUsage: number
  /** Bytes of the content as pulled. */
  readonly contentSize: number
  readonly inUse: boolean
}

const GAP = '   '
const ID_WIDTH = 12
const UNTAGGED = '<untagged>'
const LEGEND = 'i Info →   U  In Use'
const EXTRA_WIDTH = 5

/**
 * The list of `docker images` since 29.0: by name, dangling images last. On a terminal (`columns` not null) a legend
 * stands above it at the right edge; colours are left out.
 */
export function formatImageTree(rows: readonly ImageTreeRow[], columns: number | null): string {
  const names = rows.map((row) => row.name ?? UNTAGGED)
  const width = Math.max('IMAGE'.length, ...names.map((name) => [...name].length))
  const lines = rows
    .toSorted(compareRows)
    .map((row) =>
      [
        (row.name ?? UNTAGGED).padEnd(width),
        row.id.padEnd(ID_WIDTH),
        size(row.diskUsage, 10),
        size(row.contentSize, 12),
        extra(row),
      ].join(GAP),
    )
  const header = ['IMAGE'.padEnd(width), 'ID'.padEnd(ID_WIDTH), 'DISK USAGE', 'CONTENT SIZE', 'EXTRA'].join(GAP)
  const legend = columns === null ? [] : [LEGEND.padStart(columns)]
  return [...legend, header, ...lines].map((line) => `${line}\n`).join('')
}

function size(bytes: number, width: number): string {
  return formatHumanSize(bytes).padStart(width)
}

function extra(row: ImageTreeRow): string {
  return (row.inUse ? 'U' : '').padEnd(EXTRA_WIDTH)
}

function compareRows(a: ImageTreeRow, b: ImageTreeRow): number {
  if (a.name === null || b.name === null) return Number(a.name === null) - Number(b.name === null)
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}
