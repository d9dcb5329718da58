'use client'

import { Flag } from 'lucide-react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { RichText } from '@/components/ui/rich-text'
import { emptyResponse, isAnswered, type Response } from '@/grader/quiz/response'
import type { StudentQuestion } from '@/grader/quiz/student-question'
import { QuestionInput } from './question-input'
import type { KeptResponse } from './response-store'
import { SaveStateLine } from './save-state'

export interface QuestionPlateProps {
  readonly question: StudentQuestion
  readonly number: number
  readonly total: number
  readonly kept: KeptResponse | undefined
  readonly flagged: boolean
  readonly onChange: (response: Response) => void
  readonly onFlag: () => void
}

/** One question being answered: prompt, answers, whether it is saved, and a flag to come back to it. */
export function QuestionPlate({ question, number, total, kept, flagged, onChange, onFlag }: QuestionPlateProps) {
  const t = useTranslations('quiz')
  const language = useLocale()
  const response = kept?.response ?? null
  const answered = response !== null && isAnswered(response)
  return (
    <section
      id={questionAnchor(number)}
      tabIndex={-1}
      aria-labelledby={`${questionAnchor(number)}-title`}
      className="plate grid scroll-mt-32 gap-5 p-5 outline-offset-4 focus-visible:outline-2 focus-visible:outline-edge sm:p-8"
    >
      <div className="flex items-start justify-between gap-4">
        <h2 id={`${questionAnchor(number)}-title`} className="stencil pt-2 text-faint">
          {t('questionOf', { number, total })}
        </h2>
        <Button size="small" tone={flagged ? 'ink' : 'quiet'} aria-pressed={flagged} onPress={onFlag}>
          <Flag aria-hidden className="size-4" />
          {flagged ? t('unflag') : t('flag')}
        </Button>
      </div>
      <RichText html={question.prompt[language]} className="rich text-lg font-semibold leading-snug" />
      <QuestionInput
        question={question}
        response={response}
        onChange={onChange}
        label={t('question', { number })}
        isReadOnly={kept?.state === 'refused'}
      />
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-3">
        <SaveStateLine state={kept?.state ?? 'idle'} />
        {answered ? (
          <Button size="small" tone="quiet" onPress={() => onChange(emptyResponse(question.type))}>
            {t('clear')}
          </Button>
        ) : null}
      </div>
    </section>
  )
}

/** The element id of a question on the page; numbers count from 1. */
export function questionAnchor(number: number): string {
  return `question-${String(number)}`
}
