'use client'

import { useActionState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { AssignmentSettings } from '@/server/views/class-settings-view'
import { KeptForm } from './kept-form'
import { ChoiceField, InputField, SwitchField } from './native-field'
import type { SettingsAction } from './settings-outcome'

const MOMENTS = ['at_once', 'after_submission', 'after_due', 'never'] as const
const COUNTED = ['best', 'last', 'average', 'first'] as const
const ORDERS = ['', 'true', 'false'] as const
const LATE_STEPS = [0, 1, 2] as const

/** How an assignment is taken and counted. Dates are written in the class's time zone. */
export function AssignmentForm({
  settings,
  dates,
  timeZone,
  action,
}: {
  readonly settings: AssignmentSettings
  /** As `datetime-local` fields write them in the class's time zone. */
  readonly dates: { readonly opensAt: string; readonly dueAt: string; readonly closesAt: string }
  readonly timeZone: string
  readonly action: SettingsAction
}) {
  const t = useTranslations('settings')
  const [outcome, submit, isPending] = useActionState(action, null)
  const isQuiz = settings.kind === 'quiz'
  const moments = MOMENTS.map((id) => ({ id, label: t(`moment_${id}`) }))
  return (
    <KeptForm send={submit} className="plate grid gap-8 p-6 sm:p-8">
      <input type="hidden" name="assignmentId" value={settings.assignmentId} />
      <fieldset className="grid gap-5 sm:grid-cols-3">
        <legend className="mb-4 text-lg font-semibold">{t('dates', { timeZone })}</legend>
        <InputField label={t('opensAt')} name="opensAt" type="datetime-local" defaultValue={dates.opensAt} />
        <InputField label={t('dueAt')} name="dueAt" type="datetime-local" defaultValue={dates.dueAt} />
        <InputField label={t('closesAt')} name="closesAt" type="datetime-local" defaultValue={dates.closesAt} />
      </fieldset>
      <fieldset className="grid gap-5 sm:grid-cols-3">
        <legend className="mb-4 text-lg font-semibold">{t('counting')}</legend>
        <InputField
          label={t('attemptsMax')}
          hint={t('emptyUnlimited')}
          name="attemptsMax"
          type="number"
          min={1}
          max={1_000}
          defaultValue={settings.attemptsMax ?? ''}
        />
        <ChoiceField
          label={t('countedWork')}
          name="countedWork"
          defaultValue={settings.countedWork}
          options={COUNTED.map((id) => ({ id, label: t(`counted_${id}`) }))}
        />
        <div className="grid gap-3 sm:col-span-3">
          <p className="text-sm text-soft">{t('lateHint')}</p>
          {LATE_STEPS.map((index) => (
            <div key={index} className="grid gap-4 sm:grid-cols-3">
              <InputField
                label={t('lateHours', { step: index + 1 })}
                name="lateHours"
                type="number"
                min={0}
                max={10_000}
                step={0.5}
                defaultValue={settings.lateTimeline[index]?.hours ?? ''}
              />
              <InputField
                label={t('latePercent', { step: index + 1 })}
                name="latePercent"
                type="number"
                min={0}
                max={100}
                defaultValue={settings.lateTimeline[index]?.percent ?? ''}
              />
            </div>
          ))}
        </div>
      </fieldset>
      {isQuiz ? (
        <fieldset className="grid gap-5 sm:grid-cols-3">
          <legend className="mb-4 text-lg font-semibold">{t('taking')}</legend>
          <InputField
            label={t('timeLimitMinutes')}
            hint={t('emptyFromQuiz')}
            name="timeLimitMinutes"
            type="number"
            min={1}
            max={10_080}
            defaultValue={settings.timeLimitMinutes ?? ''}
          />
          <InputField
            label={t('graceSeconds')}
            hint={t('graceHint')}
            name="graceSeconds"
            type="number"
            min={0}
            max={3_600}
            defaultValue={settings.graceSeconds}
          />
          <ChoiceField
            label={t('shuffleQuestions')}
            name="shuffleQuestions"
            defaultValue={String(settings.shuffleQuestions ?? '')}
            options={ORDERS.map((id) => ({ id, label: t(`order_${id === '' ? 'quiz' : id}`) }))}
          />
          <ChoiceField
            label={t('shuffleOptions')}
            name="shuffleOptions"
            defaultValue={String(settings.shuffleOptions ?? '')}
            options={ORDERS.map((id) => ({ id, label: t(`order_${id === '' ? 'quiz' : id}`) }))}
          />
          <ChoiceField
            label={t('scorePolicy')}
            name="scorePolicy"
            defaultValue={settings.scorePolicy}
            options={moments}
          />
          <ChoiceField
            label={t('feedbackPolicy')}
            hint={t('feedbackHint')}
            name="feedbackPolicy"
            defaultValue={settings.feedbackPolicy}
            options={moments}
          />
          <div className="grid gap-3 sm:col-span-3">
            <SwitchField label={t('practice')} name="practice" defaultChecked={settings.practice} />
            <SwitchField label={t('partialCredit')} name="partialCredit" defaultChecked={settings.partialCredit} />
            <SwitchField label={t('oneWay')} name="oneWay" defaultChecked={settings.oneWay} />
            <SwitchField label={t('certainty')} name="certainty" defaultChecked={settings.certainty} />
          </div>
        </fieldset>
      ) : (
        <>
          <input type="hidden" name="graceSeconds" value={settings.graceSeconds} />
          <input type="hidden" name="scorePolicy" value={settings.scorePolicy} />
          <input type="hidden" name="feedbackPolicy" value={settings.feedbackPolicy} />
          <input type="hidden" name="partialCredit" value="on" />
        </>
      )}
      {outcome === null ? null : (
        <Notice tone={outcome === 'saved' ? 'good' : 'bad'} live>
          {t(`outcome_${outcome}`)}
        </Notice>
      )}
      <Button type="submit" tone="signal" isDisabled={isPending} className="justify-self-start">
        {isPending ? t('saving') : t('save')}
      </Button>
    </KeptForm>
  )
}
