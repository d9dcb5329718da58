'use client'

import { useId } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { RichText } from '@/components/ui/rich-text'
import type { StudentOption } from '@/grader/quiz/student-question'

/** To each line a choice from a menu: the browser's own, which every phone and screen reader knows. */
export function MatchingInput({
  label,
  lines,
  choices,
  pairs,
  onChange,
  isReadOnly,
}: {
  readonly label: string
  readonly lines: readonly StudentOption[]
  readonly choices: readonly StudentOption[]
  /** Choice by line. */
  readonly pairs: Readonly<Record<string, string>>
  readonly onChange: (pairs: Readonly<Record<string, string>>) => void
  readonly isReadOnly: boolean
}) {
  const t = useTranslations('quiz')
  const language = useLocale()
  const base = useId()
  return (
    <fieldset className="grid gap-2.5">
      <legend className="sr-only">{label}</legend>
      <p className="text-sm text-soft">{t('matchHint')}</p>
      {lines.map((line) => (
        <div key={line.id} className="grid items-center gap-2 border border-line p-3 sm:grid-cols-2 sm:gap-4">
          <span id={`${base}-${line.id}`} className="min-w-0">
            <RichText html={line.text[language]} as="span" />
          </span>
          <select
            aria-labelledby={`${base}-${line.id}`}
            className="control"
            disabled={isReadOnly}
            value={pairs[line.id] ?? ''}
            onChange={(event) => onChange({ ...pairs, [line.id]: event.target.value })}
          >
            <option value="">{t('matchEmpty')}</option>
            {choices.map((choice) => (
              <option key={choice.id} value={choice.id}>
                {choice.text[language]}
              </option>
            ))}
          </select>
        </div>
      ))}
    </fieldset>
  )
}
