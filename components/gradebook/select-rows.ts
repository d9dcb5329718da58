import { assertNever } from '@/engine/assert-never'
import type { GradebookCell, GradebookRow } from '@/server/views/gradebook-view'

export type RowFilter = 'all' | 'missing' | 'trouble'

/** `name`, or the id of the assignment whose lowest results come first. */
export type RowOrder = string

export const BY_NAME: RowOrder = 'name'

/** The rows to show, in order. Names are compared without accents and case. */
export function selectRows(
  rows: readonly GradebookRow[],
  { name, filter, order }: { readonly name: string; readonly filter: RowFilter; readonly order: RowOrder },
): readonly GradebookRow[] {
  const wanted = plain(name.trim())
  const shown = rows.filter(
    (row) => (plain(row.student.name).includes(wanted) || row.student.email.includes(wanted)) && passes(row, filter),
  )
  return order === BY_NAME ? shown : [...shown].sort((one, other) => shareIn(one, order) - shareIn(other, order))
}

/** Mean share of the points (0 to 1) over those who have a grade, and how many they are; `null` without any. */
export function columnMean(
  rows: readonly GradebookRow[],
  assignmentId: string,
): { readonly share: number; readonly count: number } | null {
  const shares = rows.flatMap((row) => row.cells.filter((cell) => cell.assignmentId === assignmentId).flatMap(share))
  return shares.length === 0
    ? null
    : { share: shares.reduce((sum, one) => sum + one, 0) / shares.length, count: shares.length }
}

function passes(row: GradebookRow, filter: RowFilter): boolean {
  switch (filter) {
    case 'all':
      return true
    case 'missing':
      return row.cells.some((cell) => cell.state === 'none' || cell.state === 'started')
    case 'trouble':
      return row.cells.flatMap(share).some((one) => one < 0.5)
    default:
      return assertNever(filter)
  }
}

/** A cell's share of its points; nothing where there is no grade. */
function share(cell: GradebookCell): readonly number[] {
  return cell.points === null || cell.pointsMax === null || cell.pointsMax === 0 ? [] : [cell.points / cell.pointsMax]
}

/** For sorting: work without a grade comes before the lowest one. */
function shareIn(row: GradebookRow, assignmentId: string): number {
  return row.cells.find((cell) => cell.assignmentId === assignmentId)?.points ?? -1
}

function plain(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
