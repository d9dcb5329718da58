'use client'

import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Gauge } from '@/components/ui/gauge'

/** Stays at the top while a quiz is taken: how far, whether all is saved, how questions are laid out, hand in. */
export function QuizBar({
  title,
  answered,
  total,
  unsent,
  layout,
  onLayout,
  onSubmit,
  clock,
}: {
  readonly title: string
  readonly answered: number
  readonly total: number
  readonly unsent: number
  /** `null` where there is no choice. */
  readonly layout: 'one' | 'all' | null
  readonly onLayout: (layout: 'one' | 'all') => void
  readonly onSubmit: () => void
  /** Time left, where there is a limit. */
  readonly clock: ReactNode
}) {
  const t = useTranslations('quiz')
  const other = layout === 'one' ? 'all' : 'one'
  const counted = t('answered', { answered, total })
  return (
    <div className="sticky top-0 z-20 -mx-gutter grid gap-3 border-b border-line bg-ground px-gutter py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h1 className="min-w-0 text-lg">{title}</h1>
        <div className="flex flex-wrap items-center gap-2">
          {clock}
          {layout === null ? null : (
            <Button size="small" tone="quiet" onPress={() => onLayout(other)}>
              {other === 'one' ? t('oneByOne') : t('allTogether')}
            </Button>
          )}
          <Button size="small" tone="signal" onPress={onSubmit}>
            {t('submit')}
          </Button>
        </div>
      </div>
      <div className="grid items-center gap-x-5 gap-y-1 sm:grid-cols-[1fr_auto]">
        <Gauge value={answered} max={total} label={counted} />
        <p className="text-sm text-soft" data-unsent={unsent}>
          <span aria-hidden>{counted} · </span>
          {unsent === 0 ? t('allSaved') : t('pendingCount', { count: unsent })}
        </p>
      </div>
    </div>
  )
}
