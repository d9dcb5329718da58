import { assertNever } from '@/engine/assert-never'
import type { Question } from '@/grader/quiz/question'
import type { Response } from '@/grader/quiz/response'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { atPrompt, CodeText, TerminalText } from '../code-text'

export type ValueQuestion = Extract<
  Question,
  { type: 'true-false' | 'numeric' | 'text' | 'command' | 'predict' | 'dockerfile' }
>

/** A single value: the one given beside the right one, code as code. */
export function ValueReview({
  language,
  question,
  answer,
  own,
}: {
  readonly language: Language
  readonly question: ValueQuestion
  readonly answer: Response | null
  readonly own: boolean
}) {
  const t = translator(language, 'attempt')
  const given = givenValue(answer, language)
  const code = isCode(question)
  const right = rightValue(question, language)
  const ownLabel = own ? t('yourAnswer') : t('studentAnswer')
  const isModel = question.type === 'command' || question.type === 'dockerfile'
  const rightLabel = t(isModel ? 'modelAnswer' : 'rightAnswer')
  return (
    <div className="grid min-w-0 gap-4">
      {question.type === 'predict' ? (
        <TerminalText label={translator(language, 'quiz')('typed')} text={atPrompt(question.lines)} />
      ) : null}
      <dl className={code ? 'grid min-w-0 gap-4' : 'flex flex-wrap gap-x-12 gap-y-3'}>
        <div className="min-w-0">
          <dt className="stencil text-faint">{ownLabel}</dt>
          <dd className="mt-1 font-semibold">
            {code && given !== null ? <CodeText label={ownLabel} text={given} /> : (given ?? t('none'))}
          </dd>
        </div>
        <div className="min-w-0">
          <dt className="stencil text-faint">{rightLabel}</dt>
          <dd className="mt-1 font-semibold text-starboard">
            {code ? <CodeText label={rightLabel} text={right} /> : right}
          </dd>
        </div>
      </dl>
    </div>
  )
}

function isCode(question: ValueQuestion): boolean {
  return question.type === 'text' ? question.code : question.type !== 'true-false' && question.type !== 'numeric'
}

function givenValue(answer: Response | null, language: Language): string | null {
  const t = translator(language, 'quiz')
  if (answer?.type === 'true-false' && answer.choice !== null) {
    return answer.choice ? t('true') : t('false')
  }
  return answer !== null && 'text' in answer && answer.text.trim() !== '' ? answer.text : null
}

function rightValue(question: ValueQuestion, language: Language): string {
  switch (question.type) {
    case 'true-false': {
      const t = translator(language, 'quiz')
      return question.answer ? t('true') : t('false')
    }
    case 'numeric': {
      const format = (value: number) => new Intl.NumberFormat(language).format(value)
      return question.tolerance === 0
        ? format(question.answer)
        : translator(language, 'attempt')('tolerance', {
            value: format(question.answer),
            tolerance: format(question.tolerance),
          })
    }
    case 'text':
      return question.accepted.find((text) => !text.includes('*')) ?? question.accepted[0] ?? ''
    case 'command':
      return question.references[0] ?? ''
    case 'predict':
      return question.answer
    case 'dockerfile':
      return question.reference
    default:
      return assertNever(question)
  }
}
