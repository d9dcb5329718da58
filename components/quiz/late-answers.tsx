'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { RescueButton } from './rescue-button'
import type { WaitingChange } from './response-store'
import { forgetWaiting } from './waiting-answers'

/** After an attempt: answers that this browser still holds because they came too late, and what to do with them. */
export function LateAnswers({
  attemptId,
  stored,
}: {
  readonly attemptId: string
  /** What waits in this browser's storage now. */
  readonly stored: () => readonly WaitingChange[]
}) {
  const t = useTranslations('quiz')
  const [count, setCount] = useState(0)
  useEffect(() => setCount(stored().length), [stored])
  if (count === 0) {
    return null
  }
  const forget = () => {
    forgetWaiting(attemptId)
    setCount(0)
  }
  return (
    <Notice tone="caution" title={t('lateTitle', { count })}>
      <p>{t('lateText')}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <RescueButton attemptId={attemptId} stored={stored} />
        <Button size="small" tone="quiet" onPress={forget}>
          {t('lateForget')}
        </Button>
      </div>
    </Notice>
  )
}
