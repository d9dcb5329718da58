'use client'

import { useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { AnswerReview } from '@/components/quiz/answer-review'
import { QuestionInput } from '@/components/quiz/question-input'
import { RichText } from '@/components/ui/rich-text'
import type { Question } from '@/grader/quiz/question'
import type { Response } from '@/grader/quiz/response'
import { toStudentQuestion } from '@/grader/quiz/student-question'
import { everyFeedback } from './every-feedback'
import { kindKey } from './kind-key'

/** A question as a student meets it, to be tried out, and its key with all that may be said of an answer. */
export function GalleryQuestion({ question }: { readonly question: Question }) {
  const t = useTranslations('gallery')
  const language = useLocale()
  const [response, setResponse] = useState<Response | null>(null)
  const mark = { points: 0, correct: false, feedbackIds: [], misconceptions: [] }
  return (
    <li className="plate grid min-w-0 gap-5 p-5 sm:p-8">
      <h2 className="stencil break-words text-faint">
        {[question.id, t(kindKey(question.type)), t('difficulty', { difficulty: question.difficulty })].join(' · ')}
      </h2>
      <RichText html={question.prompt[language]} className="rich text-lg font-semibold leading-snug" />
      <QuestionInput
        question={toStudentQuestion(question)}
        response={response}
        label={question.id}
        onChange={setResponse}
      />
      <details open className="border-t border-line pt-4">
        <summary className="cursor-pointer font-semibold">{t('keyAndFeedback')}</summary>
        <div className="mt-4 grid min-w-0 gap-4">
          <AnswerReview
            language={language}
            marked={{ question, answer: null, mark, certainty: null, points: 0 }}
            own={false}
          />
          <ul className="grid gap-2 border-l-4 border-line pl-4 text-sm">
            {everyFeedback(question).map(({ of, text, misconception }) => (
              <li key={of}>
                <span className="stencil text-faint">
                  {[of, ...(misconception === null ? [] : [misconception])].join(' · ')}
                </span>
                <RichText html={text[language]} />
              </li>
            ))}
          </ul>
        </div>
      </details>
    </li>
  )
}
