import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { RichText } from '@/components/ui/rich-text'
import { assertNever } from '@/engine/assert-never'
import type { Option, PredictedRow } from '@/grader/quiz/question'
import type { Response } from '@/grader/quiz/response'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { MarkedQuestion } from '@/server/views/attempt-view'
import { FillReview, MatchingReview, OrderingReview } from './reviews/parts-review'
import { ValueReview } from './reviews/value-review'

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
      return (
        <OptionsReview
          language={language}
          options={question.options.map((option) => asReviewed(option, language))}
          chosen={chosenOptions(answer)}
        />
      )
    case 'predict':
      return question.ask === 'rows' ? (
        <OptionsReview language={language} options={question.rows.map(asRow)} chosen={chosenOptions(answer)} />
      ) : (
        <ValueReview language={language} question={question} answer={answer} own={own} />
      )
    case 'true-false':
    case 'numeric':
    case 'text':
    case 'command':
    case 'dockerfile':
      return <ValueReview language={language} question={question} answer={answer} own={own} />
    case 'ordering':
      return <OrderingReview language={language} question={question} answer={answer} own={own} />
    case 'matching':
      return <MatchingReview language={language} question={question} answer={answer} />
    case 'fill':
      return <FillReview language={language} question={question} answer={answer} />
    default:
      return assertNever(question)
  }
}

function chosenOptions(answer: Response | null): readonly string[] {
  if (answer?.type === 'single') {
    return answer.choice === null ? [] : [answer.choice]
  }
  if (answer?.type === 'predict') {
    return answer.rows
  }
  return answer?.type === 'multiple' ? answer.choices : []
}

/** What the review of a choice shows of an option: a row of output is code in every language. */
type ReviewedOption = Pick<Option, 'id' | 'correct'> & { readonly content: ReactNode }

function asReviewed({ id, correct, text }: Option, language: Language): ReviewedOption {
  return { id, correct, content: <RichText html={text[language]} as="span" /> }
}

function asRow({ id, correct, text }: PredictedRow): ReviewedOption {
  return { id, correct, content: <code className="break-words whitespace-pre-wrap">{text}</code> }
}

function OptionsReview({
  language,
  options,
  chosen,
}: {
  readonly language: Language
  readonly options: readonly ReviewedOption[]
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
            <span className="min-w-0">{option.content}</span>
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
