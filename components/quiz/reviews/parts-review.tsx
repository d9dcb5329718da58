import { Check, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { RichText } from '@/components/ui/rich-text'
import { acceptsText } from '@/grader/quiz/match-text'
import type { FillQuestion, MatchingQuestion, OrderingQuestion } from '@/grader/quiz/question'
import type { Response } from '@/grader/quiz/response'
import { segmentsOf } from '@/grader/quiz/student-question'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { CodeText } from '../code-text'

interface PartsReviewProps<Parts> {
  readonly language: Language
  readonly question: Parts
  readonly answer: Response | null
}

/** The order given beside the right one. */
export function OrderingReview({
  language,
  question,
  answer,
  own,
}: PartsReviewProps<OrderingQuestion> & { readonly own: boolean }) {
  const t = translator(language, 'attempt')
  const given = answer?.type === 'ordering' ? answer.order : []
  const column = (title: string, order: readonly string[], judged: boolean) => (
    <div className="min-w-0">
      <p className="stencil text-faint">{title}</p>
      {order.length === 0 ? (
        <p className="mt-1 font-semibold">{t('none')}</p>
      ) : (
        <ol className="mt-2 grid gap-2">
          {order.map((id, place) => (
            <Part key={id} correct={judged ? id === question.order[place] : null} language={language}>
              {place + 1}. <RichText html={itemText(question, id, language)} as="span" />
            </Part>
          ))}
        </ol>
      )}
    </div>
  )
  return (
    <div className="grid gap-6 md:grid-cols-2">
      {column(own ? t('yourAnswer') : t('studentAnswer'), given, true)}
      {column(t('rightAnswer'), question.order, false)}
    </div>
  )
}

function itemText(question: OrderingQuestion, id: string, language: Language): string {
  return question.items.find((item) => item.id === id)?.text[language] ?? ''
}

/** Each line with the choice given and, where that is wrong, the right one. */
export function MatchingReview({ language, question, answer }: PartsReviewProps<MatchingQuestion>) {
  const t = translator(language, 'attempt')
  const given = answer?.type === 'matching' ? answer.pairs : {}
  const choiceText = (id: string | undefined) => question.choices.find((choice) => choice.id === id)?.text[language]
  return (
    <ul className="grid gap-2">
      {question.pairs.map((pair) => (
        <Part key={pair.id} correct={given[pair.id] === pair.choice} language={language}>
          <RichText html={pair.text[language]} as="span" />
          <Given
            language={language}
            given={choiceText(given[pair.id]) ?? t('none')}
            right={given[pair.id] === pair.choice ? null : (choiceText(pair.choice) ?? '')}
          />
        </Part>
      ))}
    </ul>
  )
}

/** The text with its blanks numbered, and below it each blank as it was filled. */
export function FillReview({ language, question, answer }: PartsReviewProps<FillQuestion>) {
  const t = translator(language, 'attempt')
  const given = answer?.type === 'fill' ? answer.blanks : {}
  const ids = question.blanks.map(({ id }) => id)
  const text = segmentsOf(question, language)
    .map((segment) => ('blank' in segment ? `[${ids.indexOf(segment.blank) + 1}]` : segment.text))
    .join('')
  return (
    <div className="grid min-w-0 gap-3">
      {question.code ? (
        <CodeText label={t('given')} text={text} />
      ) : (
        <p className="whitespace-pre-wrap bg-ground p-3">{text}</p>
      )}
      <ol className="grid gap-2">
        {question.blanks.map((blank, index) => {
          const filled = given[blank.id] ?? ''
          const correct = acceptsText(blank, filled)
          return (
            <Part key={blank.id} correct={correct} language={language}>
              [{index + 1}]
              <Given
                language={language}
                given={filled.trim() === '' ? t('none') : filled}
                right={correct ? null : (blank.accepted[0] ?? '')}
              />
            </Part>
          )
        })}
      </ol>
    </div>
  )
}

function Given({
  language,
  given,
  right,
}: {
  readonly language: Language
  readonly given: string
  readonly right: string | null
}) {
  const t = translator(language, 'attempt')
  return (
    <span className="mt-1 flex flex-wrap gap-x-6 font-mono text-sm">
      <span>
        <span className="stencil text-faint">{t('given')}</span> {given}
      </span>
      {right === null ? null : (
        <span className="text-starboard">
          <span className="stencil text-faint">{t('wanted')}</span> {right}
        </span>
      )}
    </span>
  )
}

function Part({
  correct,
  language,
  children,
}: {
  /** Null where nothing is judged. */
  readonly correct: boolean | null
  readonly language: Language
  readonly children: ReactNode
}) {
  const t = translator(language, 'attempt')
  const frame =
    correct === null ? 'border-line' : correct ? 'border-starboard bg-starboard-wash' : 'border-port bg-port-wash'
  return (
    <li className={`grid grid-cols-[1fr_auto] gap-3 border px-3.5 py-2.5 ${frame}`}>
      <div className="min-w-0">{children}</div>
      {correct === null ? null : (
        <span role="img" aria-label={t(correct ? 'right' : 'wrong')}>
          {correct ? (
            <Check aria-hidden className="size-5 text-starboard" strokeWidth={3} />
          ) : (
            <X aria-hidden className="size-5 text-port" strokeWidth={3} />
          )}
        </span>
      )}
    </li>
  )
}
