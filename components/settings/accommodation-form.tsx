'use client'

import { useActionState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { ClassSettings } from '@/server/views/class-settings-view'
import { KeptForm } from './kept-form'
import { ChoiceField, InputField } from './native-field'
import type { SettingsAction } from './settings-outcome'

/** Grants one student more time, other dates or more attempts; takes the place of what they had for the same work. */
export function AccommodationForm({
  settings,
  action,
}: {
  readonly settings: ClassSettings
  readonly action: SettingsAction
}) {
  const t = useTranslations('settings')
  const language = useLocale()
  const [outcome, submit, isPending] = useActionState(action, null)
  return (
    <KeptForm send={submit} className="plate grid gap-5 p-6 sm:grid-cols-2 sm:p-8 lg:grid-cols-4">
      <input type="hidden" name="classId" value={settings.class.id} />
      <ChoiceField
        label={t('student')}
        name="userId"
        defaultValue={settings.students[0]?.id ?? ''}
        options={settings.students.map(({ id, name, email }) => ({ id, label: `${name} (${email})` }))}
      />
      <ChoiceField
        label={t('scope')}
        name="assignmentId"
        defaultValue=""
        options={[
          { id: '', label: t('scopeAll') },
          ...settings.assignments.map(({ assignmentId, title }) => ({ id: assignmentId, label: title[language] })),
        ]}
      />
      <InputField
        label={t('timeFactor')}
        name="timeFactor"
        type="number"
        min={1}
        max={10}
        step={0.01}
        defaultValue={1}
        required
      />
      <InputField
        label={t('extraMinutes')}
        name="extraMinutes"
        type="number"
        min={0}
        max={10_080}
        defaultValue={0}
        required
      />
      <InputField label={t('opensAt')} name="opensAt" type="datetime-local" />
      <InputField label={t('dueAt')} name="dueAt" type="datetime-local" />
      <InputField label={t('closesAt')} name="closesAt" type="datetime-local" />
      <InputField label={t('attemptsMax')} name="attemptsMax" type="number" min={1} max={1_000} />
      <div className="grid gap-4 sm:col-span-2 lg:col-span-4">
        <p className="text-sm text-soft">{t('accommodationHint', { timeZone: settings.class.timeZone })}</p>
        {outcome === null ? null : (
          <Notice tone={outcome === 'saved' ? 'good' : 'bad'} live>
            {t(`outcome_${outcome}`)}
          </Notice>
        )}
        <Button
          type="submit"
          tone="signal"
          isDisabled={isPending || settings.students.length === 0}
          className="justify-self-start"
        >
          {isPending ? t('saving') : t('grant')}
        </Button>
      </div>
    </KeptForm>
  )
}
