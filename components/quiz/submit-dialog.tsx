'use client'

import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { Notice } from '@/components/ui/notice'

export type SubmitState = 'idle' | 'submitting' | 'failed'

/** Says what is missing before the answers become final. */
export function SubmitDialog({
  isOpen,
  onOpenChange,
  counts,
  state,
  onSubmit,
}: {
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  readonly counts: { readonly unanswered: number; readonly flagged: number; readonly unsent: number }
  readonly state: SubmitState
  readonly onSubmit: () => void
}) {
  const t = useTranslations('quiz')
  const common = useTranslations('common')
  return (
    <Dialog title={t('submitTitle')} isOpen={isOpen} onOpenChange={onOpenChange}>
      <ul className="mt-4 grid list-[square] gap-1.5 pl-5 marker:text-signal-ink">
        <li>
          {counts.unanswered === 0 ? t('submitAllAnswered') : t('submitUnanswered', { count: counts.unanswered })}
        </li>
        {counts.flagged === 0 ? null : <li>{t('submitFlagged', { count: counts.flagged })}</li>}
        {counts.unsent === 0 ? null : <li className="font-semibold">{t('submitUnsaved', { count: counts.unsent })}</li>}
      </ul>
      <p className="mt-3 text-soft">{t('submitFinal')}</p>
      {state === 'failed' ? (
        <div className="mt-4">
          <Notice tone="bad" live>
            {t('submitFailed')}
          </Notice>
        </div>
      ) : null}
      <div className="mt-6 flex flex-wrap gap-3">
        <Button tone="signal" isDisabled={state === 'submitting' || counts.unsent > 0} onPress={onSubmit}>
          {state === 'submitting' ? t('submitting') : t('submitConfirm')}
        </Button>
        <Button onPress={() => onOpenChange(false)}>{common('cancel')}</Button>
      </div>
    </Dialog>
  )
}
