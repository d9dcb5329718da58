'use client'

import { useEffect, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { RescueButton } from './rescue-button'
import type { KeptResponse, WaitingChange } from './response-store'
import { canSeal } from './seal-response'

/** What a student must know above the questions: no network, answers given elsewhere, time over. */
export function QuizNotices({
  attemptId,
  stored,
  states,
  isOver,
}: {
  readonly attemptId: string
  readonly stored: () => readonly WaitingChange[]
  readonly states: readonly KeptResponse[]
  readonly isOver: boolean
}) {
  const t = useTranslations('quiz')
  const seals = useSeals()
  const some = (state: KeptResponse['state']) => states.some((kept) => kept.state === state)
  return (
    <>
      {some('offline') ? (
        <Notice tone="caution" live>
          <p>{t('offlineBanner')}</p>
          <p>{seals ? t('offlineSealed') : t('offlineClear')}</p>
          <div className="mt-3">
            <RescueButton attemptId={attemptId} stored={stored} />
          </div>
        </Notice>
      ) : null}
      {some('newer') ? (
        <Notice tone="caution" live>
          <p>{t('newerBanner')}</p>
          <Button size="small" className="mt-3" onPress={() => window.location.reload()}>
            {t('reload')}
          </Button>
        </Notice>
      ) : null}
      {some('refused') ? (
        <Notice tone="bad" live>
          <p>{t('refusedBanner')}</p>
          <div className="mt-3">
            <RescueButton attemptId={attemptId} stored={stored} />
          </div>
        </Notice>
      ) : null}
      {isOver ? (
        <Notice tone="caution" live>
          {t('timeOver')}
        </Notice>
      ) : null}
    </>
  )
}

/** Known in the browser only; the server takes the usual case. */
function useSeals(): boolean {
  const [seals, setSeals] = useState(true)
  useEffect(() => setSeals(canSeal()), [])
  return seals
}
