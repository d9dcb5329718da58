'use client'

import { useRef } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Gradebook, GradebookRow } from '@/server/views/gradebook-view'
import { GradebookCellContent } from './gradebook-cell'
import { ColumnHead } from './gradebook-head'
import { useGridKeys } from './grid-keys'

/** Students × assignments. Names stay in view sideways, titles downwards; arrows move, Enter opens. */
export function GradebookGrid({
  gradebook,
  rows,
}: {
  readonly gradebook: Gradebook
  readonly rows: readonly GradebookRow[]
}) {
  const t = useTranslations('gradebook')
  const table = useRef<HTMLTableElement>(null)
  const onKeyDown = useGridKeys(table)
  const language = useLocale()
  return (
    <section className="grid-frame" aria-label={t('grid')}>
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table that is moved in by arrow keys is a grid; no element says so. */}
      <table ref={table} role="grid" aria-label={t('grid')} className="grid-table" onKeyDown={onKeyDown}>
        <thead>
          <tr>
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
          {rows.map((row) => (
            <tr key={row.student.id}>
              <th scope="row">
                <span data-grid-cell tabIndex={-1} className="grid-cell">
                  <span className="block">{row.student.name}</span>
                  <span className="block truncate text-xs font-normal text-faint">{row.student.email}</span>
                </span>
              </th>
              {row.cells.map((cell, index) => (
                <td key={cell.assignmentId}>
                  <GradebookCellContent
                    cell={cell}
                    column={gradebook.columns[index]}
                    student={row.student.name}
                    classId={gradebook.class.id}
                    timeZone={gradebook.class.timeZone}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
