'use client'

import { Flag } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { RichText } from '@/components/ui/rich-text'
import { emptyResponse, isAnswered, type Response } from '@/grader/quiz/response'
import type { StudentQuestion } from '@/grader/quiz/student-question'
import type { Certainty } from '@/server/views/attempt-view'
import { CertaintyChoice } from './certainty-choice'
import { QuestionInput } from './question-input'
import { isUnsent, type KeptResponse } from './response-store'
import { SaveStateLine } from './save-state'

export interface QuestionPlateProps {
  readonly question: StudentQuestion
  readonly number: number
  readonly total: number
  readonly kept: KeptResponse | undefined
  readonly flagged: boolean
  /** It takes no change any more. */
  readonly isFinal: boolean
  readonly asksCertainty: boolean
  /** Shows its feedback at once, which makes it final; `null` where that is not offered. Tells whether it went through. */
  readonly check: (() => Promise<boolean>) | null
  readonly feedback: ReactNode
  readonly onChange: (response: Response, certainty?: Certainty | null) => void
  readonly onFlag: () => void
}

/** One question being answered: prompt, answers, whether it is saved, and a flag to come back to it. */
export function QuestionPlate({
  question,
  number,
  total,
  kept,
  flagged,
  isFinal,
  asksCertainty,
  check,
  feedback,
  onChange,
  onFlag,
}: QuestionPlateProps) {
  const t = useTranslations('quiz')
  const language = useLocale()
  const response = kept?.response ?? null
  const answered = response !== null && isAnswered(response)
  return (
    <section
      id={questionAnchor(number)}
      tabIndex={-1}
      aria-labelledby={`${questionAnchor(number)}-title`}
      aria-describedby={`${questionAnchor(number)}-points`}
      className="plate grid scroll-mt-32 gap-5 p-5 outline-offset-4 focus-visible:outline-2 focus-visible:outline-edge sm:p-8"
    >
      <div className="flex items-start justify-between gap-4">
        <div className="flex flex-wrap gap-x-4 gap-y-1 pt-2">
          <h2 id={`${questionAnchor(number)}-title`} className="stencil text-faint">
            {t('questionOf', { number, total })}
          </h2>
          <p id={`${questionAnchor(number)}-points`} className="stencil text-faint">
            {t('points', { points: question.points ?? 1 })}
          </p>
        </div>
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
        isReadOnly={isFinal}
      />
      {asksCertainty && response !== null && answered ? (
        <CertaintyChoice
          value={kept?.certainty ?? null}
          onChange={(certainty) => onChange(response, certainty)}
          isReadOnly={isFinal}
        />
      ) : null}
      <div className="flex min-h-9 flex-wrap items-center justify-between gap-3">
        <SaveStateLine state={kept?.state ?? 'idle'} />
        {check === null || isFinal ? null : (
          <CheckButton check={check} isDisabled={!answered || kept === undefined || isUnsent(kept)} />
        )}
        {answered && !isFinal ? (
          <Button size="small" tone="quiet" onPress={() => onChange(emptyResponse(question.type))}>
            {t('clear')}
          </Button>
        ) : null}
      </div>
      {feedback}
    </section>
  )
}

/** Waits until the answer is saved: only what the server has can be checked. */
function CheckButton({ check, isDisabled }: { readonly check: () => Promise<boolean>; readonly isDisabled: boolean }) {
  const t = useTranslations('quiz')
  const [state, setState] = useState<'idle' | 'checking' | 'failed'>('idle')
  const press = async () => {
    setState('checking')
    setState((await check()) ? 'idle' : 'failed')
  }
  return (
    <Button size="small" tone="ink" isDisabled={isDisabled || state === 'checking'} onPress={() => void press()}>
      {state === 'failed' ? t('checkFailed') : t('check')}
    </Button>
  )
}

/** The element id of a question on the page; numbers count from 1. */
export function questionAnchor(number: number): string {
  return `question-${String(number)}`
}
