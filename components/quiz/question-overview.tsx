'use client'

import { useTranslations } from 'use-intl'

export interface OverviewEntry {
  readonly id: string
  readonly answered: boolean
  readonly flagged: boolean
}

/** All questions by number: answered, empty or flagged, and the way to each. */
export function QuestionOverview({
  entries,
  current,
  first,
  onOpen,
}: {
  readonly entries: readonly OverviewEntry[]
  /** Index from 0. */
  readonly current: number
  /** Index of the first one that may still be opened. */
  readonly first: number
  readonly onOpen: (index: number) => void
}) {
  const t = useTranslations('quiz')
  return (
    <nav aria-label={t('overview')}>
      <ol className="flex flex-wrap gap-2">
        {entries.map((entry, index) => (
          <li key={entry.id}>
            <button
              type="button"
              aria-current={index === current ? 'step' : undefined}
              aria-label={[
                t('question', { number: index + 1 }),
                entry.answered ? t('stateAnswered') : t('stateEmpty'),
                ...(entry.flagged ? [t('stateFlagged')] : []),
              ].join(', ')}
              onClick={() => onOpen(index)}
              disabled={index < first}
              className={`relative grid size-11 cursor-pointer place-items-center border font-mono disabled:cursor-not-allowed disabled:opacity-50 text-sm font-bold aria-[current]:outline-3 aria-[current]:outline-offset-2 aria-[current]:outline-signal ${
                entry.answered ? 'border-ink bg-ink text-reverse' : 'border-edge bg-surface text-ink hover:bg-haze'
              }`}
            >
              {index + 1}
              {entry.flagged ? (
                <span aria-hidden className="absolute -top-1 -right-1 size-3.5 border border-ink bg-signal" />
              ) : null}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
