'use client'

import { useActionState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { RescuePreview } from '@/server/views/rescue-view'
import { KeptForm } from './kept-form'
import { InputField } from './native-field'

export type RescueOutcome =
  | { readonly kind: 'preview'; readonly text: string; readonly preview: RescuePreview }
  | { readonly kind: 'imported'; readonly count: number }
  | { readonly kind: 'refused' }

/** Takes in a file of answers that a student's browser could not send: first what it would change, then with a reason. */
export function RescueForm({
  classId,
  look,
  take,
}: {
  readonly classId: string
  readonly look: (before: RescueOutcome | null, form: FormData) => Promise<RescueOutcome>
  readonly take: (before: RescueOutcome | null, form: FormData) => Promise<RescueOutcome>
}) {
  const t = useTranslations('settings')
  const [seen, submitLook, isLooking] = useActionState(look, null)
  const [taken, submitTake, isTaking] = useActionState(take, null)
  const refused = seen?.kind === 'refused' || taken?.kind === 'refused'
  return (
    <div className="plate grid gap-5 p-6 sm:p-8">
      <p className="text-soft">{t('rescueText')}</p>
      <KeptForm send={submitLook} className="grid gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
        <input type="hidden" name="classId" value={classId} />
        <InputField label={t('rescueFile')} name="file" type="file" accept=".json,application/json" required />
        <Button type="submit" isDisabled={isLooking}>
          {t('rescueLook')}
        </Button>
      </KeptForm>
      {refused ? (
        <Notice tone="bad" live>
          {t('rescueRefused')}
        </Notice>
      ) : null}
      {taken?.kind === 'imported' ? (
        <Notice tone="good" live>
          {t('rescueImported', { count: taken.count })}
        </Notice>
      ) : null}
      {seen?.kind === 'preview' && taken === null ? (
        <KeptForm send={submitTake} className="grid gap-4">
          <input type="hidden" name="classId" value={classId} />
          <input type="hidden" name="text" value={seen.text} />
          <p>
            <strong>{seen.preview.student.name}</strong>{' '}
            {t('rescueFound', { count: seen.preview.answers.length, unreadable: seen.preview.unreadable })}
          </p>
          <ul className="grid list-[square] gap-1 pl-5 text-sm">
            {seen.preview.answers.map((answer) => (
              <li key={answer.questionId}>
                {t('rescueAnswer', { number: answer.number, at: answer.at })}{' '}
                {answer.sealed ? t('rescueSealed') : t('rescueClear')}
              </li>
            ))}
          </ul>
          <InputField label={t('rescueReason')} name="reason" type="text" required />
          <Button type="submit" tone="signal" isDisabled={isTaking} className="justify-self-start">
            {t('rescueTake')}
          </Button>
        </KeptForm>
      ) : null}
    </div>
  )
}
