'use client'

import { memo } from 'react'
import { useTranslations } from 'use-intl'
import { formatDateTime } from '@/components/ui/date-time'
import type { Language } from '@/messages/language'
import type { GradebookColumn, GradebookRow } from '@/server/views/gradebook-view'
import { columnMean } from './select-rows'

/** What is at the head of a column: kind, title, due date, and the mean with the number of grades it rests on. */
export const ColumnHead = memo(function ColumnHead({
  column,
  rows,
  timeZone,
  language,
}: {
  readonly column: GradebookColumn
  readonly rows: readonly GradebookRow[]
  readonly timeZone: string
  readonly language: Language
}) {
  const t = useTranslations('gradebook')
  const mean = columnMean(rows, column.assignmentId)
  const percent = new Intl.NumberFormat(language, { style: 'percent' })
  return (
    <th scope="col" className="min-w-44">
      <span className="grid-cell font-normal">
        <span className="stencil block text-faint">{t(column.kind)}</span>
        <span className="block font-bold">{column.title[language]}</span>
        {column.dueAt === null ? null : (
          <span className="block text-xs text-soft" suppressHydrationWarning>
            {t('due')} {formatDateTime(column.dueAt, timeZone, language)}
          </span>
        )}
        {mean === null ? null : (
          <span className="block text-xs text-soft" suppressHydrationWarning>
            {t('average', { percent: percent.format(mean.share), count: mean.count })}
          </span>
        )}
      </span>
    </th>
  )
})
