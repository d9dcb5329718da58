'use client'

import { memo } from 'react'
import type { GradebookColumn, GradebookRow as RowView } from '@/server/views/gradebook-view'
import { GradebookCellContent } from './gradebook-cell'

/** A student's row: the name, which stays in view sideways, then one cell for each assignment. */
export const GradebookRow = memo(function GradebookRow({
  row,
  index,
  columns,
  classId,
  timeZone,
  measure,
}: {
  readonly row: RowView
  /** From 0. */
  readonly index: number
  readonly columns: readonly GradebookColumn[]
  readonly classId: string
  readonly timeZone: string
  readonly measure: (row: HTMLTableRowElement | null) => void
}) {
  return (
    // The heads are the first row of the grid.
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <th scope="row">
        <span data-grid-cell tabIndex={-1} className="grid-cell">
          <span className="block">{row.student.name}</span>
          <span className="block truncate text-xs font-normal text-faint">{row.student.email}</span>
        </span>
      </th>
      {row.cells.map((cell, place) => (
        <td key={cell.assignmentId}>
          <GradebookCellContent
            cell={cell}
            column={columns[place]}
            student={row.student.name}
            classId={classId}
            timeZone={timeZone}
          />
        </td>
      ))}
    </tr>
  )
})
