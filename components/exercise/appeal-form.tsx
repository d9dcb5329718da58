'use client'

import { useId, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import type { StepPlace } from './step-tools'

const COMMENT_MAX = 2_000

/** "This is not what my Docker printed": what one saw instead, sent to the instructor. */
export function AppealForm({
  place,
  openAppeal,
}: {
  readonly place: StepPlace
  readonly openAppeal: (place: StepPlace, comment: string) => Promise<boolean>
}) {
  const t = useTranslations('submission')
  const id = useId()
  const [comment, setComment] = useState('')
  const [status, setStatus] = useState<'writing' | 'sending' | 'sent' | 'failed'>('writing')
  if (status === 'sent') return <p role="status">{t('appealSent')}</p>
  const send = async () => {
    setStatus('sending')
    setStatus((await openAppeal(place, comment).catch(() => false)) ? 'sent' : 'failed')
  }
  return (
    <div className="grid gap-2">
      <label htmlFor={id}>{t('appealLabel')}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={COMMENT_MAX}
        value={comment}
        onChange={(event) => setComment(event.target.value)}
        className="w-full border border-[var(--terminal-line)] bg-[var(--terminal)] p-2 text-[var(--terminal-text)]"
      />
      {status === 'failed' ? <p role="alert">{t('appealFailed')}</p> : null}
      <Button
        size="small"
        className="justify-self-start"
        isDisabled={comment.trim() === '' || status === 'sending'}
        onPress={() => void send()}
      >
        {t('appealSend')}
      </Button>
    </div>
  )
}
