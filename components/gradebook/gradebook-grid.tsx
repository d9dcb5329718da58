'use client'

import { useRef } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Gradebook, GradebookRow as RowView } from '@/server/views/gradebook-view'
import { ColumnHead } from './gradebook-head'
import { GradebookRow } from './gradebook-row'
import { type GridPlace, useGridKeys } from './grid-keys'
import { useRowWindow } from './use-row-window'

/** Students × assignments. Names stay in view sideways, titles downwards; arrows move, Enter opens. */
export function GradebookGrid({
  gradebook,
  rows,
}: {
  readonly gradebook: Gradebook
  readonly rows: readonly RowView[]
}) {
  const t = useTranslations('gradebook')
  const language = useLocale()
  const frame = useRef<HTMLElement>(null)
  const table = useRef<HTMLTableElement>(null)
  const place = useRef<GridPlace>({ row: 0, column: 0 })
  const { places, reveal, measure } = useRowWindow(rows.length, frame, place)
  const keys = useGridKeys(table, place, rows.length, reveal)
  return (
    <section ref={frame} className="grid-frame" aria-label={t('grid')}>
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved in by arrow keys is a grid; no element says so.
        role="grid"
        aria-label={t('grid')}
        aria-rowcount={rows.length + 1}
        className="grid-table"
        {...keys}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th scope="col">
              <span className="grid-cell stencil text-faint">{t('student')}</span>
            </th>
            {gradebook.columns.map((column) => (
              <ColumnHead
                key={column.assignmentId}
                column={column}
                rows={gradebook.rows}
                timeZone={gradebook.class.timeZone}
                language={language}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((one) => {
            if (one.kind === 'room') {
              return <tr key={`room ${String(one.before)}`} aria-hidden style={{ height: one.height }} />
            }
            const row = rows[one.index]
            return row === undefined ? null : (
              <GradebookRow
                key={row.student.id}
                row={row}
                index={one.index}
                columns={gradebook.columns}
                classId={gradebook.class.id}
                timeZone={gradebook.class.timeZone}
                measure={measure}
              />
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
