import { Check, X } from 'lucide-react'
import { RichText } from '@/components/ui/rich-text'
import { assertNever } from '@/engine/assert-never'
import type { Option, Question } from '@/grader/quiz/question'
import type { Response } from '@/grader/quiz/response'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { MarkedQuestion } from '@/server/views/attempt-view'

interface AnswerReviewProps {
  readonly language: Language
  readonly marked: MarkedQuestion
  readonly own: boolean
}

/** What was answered beside what is right. */
export function AnswerReview({ language, marked, own }: AnswerReviewProps) {
  const { question, answer } = marked
  switch (question.type) {
    case 'single':
    case 'multiple':
      return <OptionsReview language={language} options={question.options} chosen={chosenOptions(answer)} />
    case 'true-false':
    case 'numeric':
      return <ValueReview language={language} question={question} answer={answer} own={own} />
    default:
      return assertNever(question)
  }
}

function chosenOptions(answer: Response | null): readonly string[] {
  if (answer?.type === 'single') {
    return answer.choice === null ? [] : [answer.choice]
  }
  return answer?.type === 'multiple' ? answer.choices : []
}

function OptionsReview({
  language,
  options,
  chosen,
}: {
  readonly language: Language
  readonly options: readonly Option[]
  readonly chosen: readonly string[]
}) {
  const t = translator(language, 'attempt')
  return (
    <ul className="grid gap-2">
      {options.map((option) => {
        const taken = chosen.includes(option.id)
        return (
          <li
            key={option.id}
            className={`grid grid-cols-[1.25rem_1fr_auto] items-start gap-3 border px-3.5 py-2.5 ${optionFrame(option.correct, taken)}`}
          >
            <OptionSign correct={option.correct} taken={taken} />
            <RichText html={option.text[language]} as="span" />
            <span className="stencil pt-1 text-right">
              {taken ? t('chosen') : null}
              {!taken && option.correct ? t('shouldHave') : null}
            </span>
          </li>
        )
      })}
    </ul>
  )
}

function optionFrame(correct: boolean, taken: boolean): string {
  if (correct) {
    return 'border-starboard bg-starboard-wash'
  }
  return taken ? 'border-port bg-port-wash' : 'border-line'
}

function OptionSign({ correct, taken }: { readonly correct: boolean; readonly taken: boolean }) {
  if (correct) {
    return <Check aria-hidden className="mt-1 size-5 text-starboard" strokeWidth={3} />
  }
  return taken ? <X aria-hidden className="mt-1 size-5 text-port" strokeWidth={3} /> : <span />
}

function ValueReview({
  language,
  question,
  answer,
  own,
}: {
  readonly language: Language
  readonly question: Extract<Question, { type: 'true-false' | 'numeric' }>
  readonly answer: Response | null
  readonly own: boolean
}) {
  const t = translator(language, 'attempt')
  return (
    <dl className="flex flex-wrap gap-x-12 gap-y-3">
      <div>
        <dt className="stencil text-faint">{own ? t('yourAnswer') : t('studentAnswer')}</dt>
        <dd className="mt-1 font-semibold">{givenValue(answer, language) ?? t('none')}</dd>
      </div>
      <div>
        <dt className="stencil text-faint">{t('rightAnswer')}</dt>
        <dd className="mt-1 font-semibold text-starboard">{rightValue(question, language)}</dd>
      </div>
    </dl>
  )
}

function givenValue(answer: Response | null, language: Language): string | null {
  const t = translator(language, 'quiz')
  if (answer?.type === 'true-false' && answer.choice !== null) {
    return answer.choice ? t('true') : t('false')
  }
  return answer?.type === 'numeric' && answer.text.trim() !== '' ? answer.text : null
}

function rightValue(question: Extract<Question, { type: 'true-false' | 'numeric' }>, language: Language): string {
  if (question.type === 'true-false') {
    const t = translator(language, 'quiz')
    return question.answer ? t('true') : t('false')
  }
  const value = new Intl.NumberFormat(language).format(question.answer)
  if (question.tolerance === 0) {
    return value
  }
  const tolerance = new Intl.NumberFormat(language).format(question.tolerance)
  return translator(language, 'attempt')('tolerance', { value, tolerance })
}
