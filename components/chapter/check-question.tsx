'use client'

import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { QuestionInput } from '@/components/quiz/question-input'
import { useReadingStore, useReadings } from '@/components/reading/reading-context'
import { Button } from '@/components/ui/button'
import { Notice, type NoticeTone } from '@/components/ui/notice'
import { RichText } from '@/components/ui/rich-text'
import { feedbackText } from '@/grader/quiz/feedback'
import { markResponse, type QuestionMark } from '@/grader/quiz/mark'
import type { PlainQuestion } from '@/grader/quiz/question'
import { isAnswered, type Response } from '@/grader/quiz/response'
import { toStudentQuestion } from '@/grader/quiz/student-question'

export interface CheckQuestionProps {
  readonly chapterId: string
  readonly question: PlainQuestion
  readonly number: number
}

/** A question of a chapter's own bank: marked here, at once, as often as one likes. */
export function CheckQuestion({ chapterId, question, number }: CheckQuestionProps) {
  const t = useTranslations('chapter')
  const language = useLocale()
  const quiz = useTranslations('quiz')
  const store = useReadingStore()
  const before = useReadings()?.get(chapterId)?.answers[question.id] ?? null
  const [given, setGiven] = useState<Response | null>()
  const response = given === undefined ? before : given
  const [mark, setMark] = useState<QuestionMark | null>(null)
  return (
    <li className="plate grid gap-4 p-5 sm:p-7">
      <div className="grid gap-2">
        <p className="stencil text-faint">{quiz('question', { number })}</p>
        <RichText html={question.prompt[language]} className="rich text-md font-semibold" />
      </div>
      <QuestionInput
        question={toStudentQuestion(question)}
        response={response}
        label={quiz('question', { number })}
        onChange={(changed) => {
          setGiven(changed)
          setMark(null)
        }}
      />
      {mark === null ? null : <CheckFeedback question={question} mark={mark} />}
      <div className="flex gap-3">
        <Button
          tone="ink"
          isDisabled={response === null || !isAnswered(response)}
          onPress={() => {
            if (response !== null) {
              setMark(markResponse(question, response))
              store?.answer(chapterId, question.id, response)
            }
          }}
        >
          {t('checkAnswer')}
        </Button>
        {mark === null ? null : (
          <Button
            onPress={() => {
              setGiven(null)
              setMark(null)
            }}
          >
            {t('checkAgain')}
          </Button>
        )}
      </div>
    </li>
  )
}

function CheckFeedback({ question, mark }: { readonly question: PlainQuestion; readonly mark: QuestionMark }) {
  const t = useTranslations('chapter')
  const language = useLocale()
  const sentences = mark.feedbackIds.flatMap((id) => feedbackText(question, id)?.[language] ?? [])
  const [tone, title] = outcome(mark)
  return (
    <Notice tone={tone} title={t(title)} live>
      {sentences.map((html) => (
        <RichText key={html} html={html} />
      ))}
    </Notice>
  )
}

function outcome(mark: QuestionMark): readonly [NoticeTone, 'right' | 'partly' | 'wrong'] {
  if (mark.correct) {
    return ['good', 'right']
  }
  return mark.points > 0 ? ['caution', 'partly'] : ['bad', 'wrong']
}
