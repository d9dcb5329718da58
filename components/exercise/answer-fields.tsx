'use client'

import { useId } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import { SingleChoice } from '@/components/ui/choice-group'
import { RichText } from '@/components/ui/rich-text'
import type { StudentExerciseQuestion } from '@/grader/question/student-question'

/** The questions asked inside an exercise, each with where it is answered. */
export function AnswerFields({
  questions,
  answers,
  onAnswer,
}: {
  readonly questions: readonly StudentExerciseQuestion[]
  /** By question id. */
  readonly answers: Readonly<Record<string, string>>
  readonly onAnswer: (question: string, answer: string) => void
}) {
  const t = useTranslations('exercise')
  if (questions.length === 0) return null
  return (
    <section className="grid gap-4">
      <h3 className="text-lg">{t('questions')}</h3>
      <ol className="grid gap-4">
        {questions.map((question, index) => (
          <li key={question.id} className="plate grid gap-3 p-5">
            <AnswerField
              question={question}
              number={index + 1}
              answer={answers[question.id] ?? ''}
              onAnswer={(answer) => onAnswer(question.id, answer)}
            />
          </li>
        ))}
      </ol>
    </section>
  )
}

const ANSWER_MAX = 1_000

function AnswerField({
  question,
  number,
  answer,
  onAnswer,
}: {
  readonly question: StudentExerciseQuestion
  readonly number: number
  readonly answer: string
  readonly onAnswer: (answer: string) => void
}) {
  const t = useTranslations('exercise')
  const language = useLocale()
  const id = useId()
  if (question.type === 'choice') {
    return (
      <>
        <RichText html={question.prompt[language]} />
        <SingleChoice
          label={t('question', { number })}
          value={answer === '' ? null : answer}
          onChange={onAnswer}
          choices={question.options.map((option) => ({
            id: option.id,
            content: <RichText as="span" html={option.text[language]} />,
          }))}
        />
      </>
    )
  }
  return (
    <>
      <label htmlFor={id}>
        <RichText as="span" html={question.prompt[language]} />
      </label>
      <span className="flex items-center gap-2">
        <input
          id={id}
          className="control"
          inputMode={question.type === 'number' ? 'decimal' : 'text'}
          maxLength={ANSWER_MAX}
          autoComplete="off"
          value={answer}
          onChange={(event) => onAnswer(event.target.value)}
        />
        {question.type === 'number' && question.unit !== undefined ? (
          <RichText as="span" html={question.unit[language]} className="text-soft" />
        ) : null}
      </span>
    </>
  )
}
