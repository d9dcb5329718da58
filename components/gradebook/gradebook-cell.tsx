'use client'

import Link from 'next/link'
import { useLocale, useTranslations } from 'use-intl'
import { formatDateTime } from '@/components/ui/date-time'
import { formatPoints } from '@/components/ui/score'
import type { CellState, GradebookCell, GradebookColumn } from '@/server/views/gradebook-view'

const WORDS = {
  none: 'none',
  started: 'started',
  waiting: 'waiting',
  'not-graded': 'notGraded',
} as const satisfies Record<Exclude<CellState, 'graded'>, string>

/** A student's result in an assignment; what was handed in opens from it. */
export function GradebookCellContent({
  cell,
  column,
  student,
  classId,
  timeZone,
}: {
  readonly cell: GradebookCell
  readonly column: GradebookColumn | undefined
  readonly student: string
  readonly classId: string
  readonly timeZone: string
}) {
  const t = useTranslations('gradebook')
  const language = useLocale()
  const state = useCellWords(cell)
  const content = (
    <>
      <span className="flex items-center gap-2 font-semibold">
        <ShareBar cell={cell} />
        {state}
      </span>
      {cell.submittedAt === null ? null : (
        <span className="block text-xs text-soft" suppressHydrationWarning>
          {formatDateTime(cell.submittedAt, timeZone, language)}
          {cell.late ? <span className="font-semibold text-port"> · {t('late')}</span> : null}
        </span>
      )}
    </>
  )
  if (cell.openId === null || column === undefined) {
    return (
      <span data-grid-cell tabIndex={-1} className="grid-cell text-faint">
        {content}
      </span>
    )
  }
  const kind = column.kind === 'quiz' ? 'attempts' : 'submissions'
  return (
    <Link
      data-grid-cell
      tabIndex={-1}
      prefetch={false}
      href={`/${language}/classes/${classId}/${kind}/${cell.openId}`}
      aria-label={t('openCell', { student, assignment: column.title[language], state })}
      className="grid-cell"
    >
      {content}
    </Link>
  )
}

function useCellWords(cell: GradebookCell): string {
  const t = useTranslations('gradebook')
  const language = useLocale()
  if (cell.state !== 'graded') {
    return t(WORDS[cell.state])
  }
  return cell.points === null || cell.pointsMax === null
    ? t('none')
    : `${formatPoints(cell.points, language)} / ${formatPoints(cell.pointsMax, language)}`
}

/** The share of the points as a small column, so that a class can be read at a glance. */
function ShareBar({ cell }: { readonly cell: GradebookCell }) {
  if (cell.points === null || cell.pointsMax === null || cell.pointsMax === 0) {
    return null
  }
  const share = cell.points / cell.pointsMax
  return (
    <span aria-hidden className="flex h-5 w-2 items-end border border-ink bg-surface">
      <span
        className={`block w-full ${share < 0.5 ? 'bg-signal' : 'bg-ink'}`}
        style={{ height: `${String(Math.round(share * 100))}%` }}
      />
    </span>
  )
}
