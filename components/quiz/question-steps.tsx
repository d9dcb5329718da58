'use client'

import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

/** From one question to the next and back; where there is no way back, it says so and waits for the answer to be saved. */
export function QuestionSteps({
  hasPrevious,
  hasNext,
  oneWay,
  isWaiting,
  onPrevious,
  onNext,
}: {
  readonly hasPrevious: boolean
  readonly hasNext: boolean
  readonly oneWay: boolean
  /** An answer is still on its way: leaving now would lose it. */
  readonly isWaiting: boolean
  readonly onPrevious: () => void
  /** Tells whether it went through. */
  readonly onNext: () => Promise<boolean>
}) {
  const t = useTranslations('quiz')
  const [failed, setFailed] = useState(false)
  const next = async () => setFailed(!(await onNext()))
  return (
    <div className="grid gap-3">
      {failed ? (
        <Notice tone="bad" live>
          {t('leaveFailed')}
        </Notice>
      ) : null}
      {oneWay && hasNext ? <p className="text-sm text-soft">{t('noWayBack')}</p> : null}
      <div className="flex justify-between gap-3">
        {oneWay ? (
          <span />
        ) : (
          <Button isDisabled={!hasPrevious} onPress={onPrevious}>
            ← {t('previous')}
          </Button>
        )}
        <Button tone="ink" isDisabled={!hasNext || isWaiting} onPress={() => void next()}>
          {t('next')} →
        </Button>
      </div>
    </div>
  )
}
