'use client'

import { useTranslations } from 'use-intl'
import { SingleChoice } from '@/components/ui/choice-group'
import type { Certainty } from '@/server/views/attempt-view'

const LEVELS = [1, 2, 3] as const satisfies readonly Certainty[]
const LABELS = { 1: 'certainty1', 2: 'certainty2', 3: 'certainty3' } as const

/** How sure an answer is, where the quiz marks by it. */
export function CertaintyChoice({
  value,
  onChange,
  isReadOnly,
}: {
  readonly value: Certainty | null
  readonly onChange: (certainty: Certainty) => void
  readonly isReadOnly: boolean
}) {
  const t = useTranslations('quiz')
  return (
    <SingleChoice
      label={t('certainty')}
      hint={t('certaintyHint')}
      choices={LEVELS.map((level) => ({ id: String(level), content: t(LABELS[level]) }))}
      value={value === null ? null : String(value)}
      onChange={(id) => {
        const level = LEVELS.find((one) => String(one) === id)
        if (level !== undefined) {
          onChange(level)
        }
      }}
      isReadOnly={isReadOnly}
    />
  )
}
