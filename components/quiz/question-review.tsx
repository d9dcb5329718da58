import { Check, Minus, X } from 'lucide-react'
import { Badge, type BadgeTone } from '@/components/ui/badge'
import { TextLink } from '@/components/ui/link'
import { RichText } from '@/components/ui/rich-text'
import { feedbackText } from '@/grader/quiz/feedback'
import type { QuestionMark } from '@/grader/quiz/mark'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { MarkedQuestion } from '@/server/views/attempt-view'
import { AnswerReview } from './answer-review'
import { TerminalText } from './code-text'

type Outcome = 'right' | 'partly' | 'wrong'

const OUTCOMES = {
  right: { tone: 'good', icon: Check, rule: 'border-l-starboard' },
  partly: { tone: 'caution', icon: Minus, rule: 'border-l-caution' },
  wrong: { tone: 'bad', icon: X, rule: 'border-l-port' },
} as const satisfies Record<Outcome, { tone: BadgeTone; icon: unknown; rule: string }>

/** A question after marking: the answer given, the right one, and why. */
export function QuestionReview({
  language,
  marked,
  number,
  own,
}: {
  readonly language: Language
  readonly marked: MarkedQuestion
  readonly number: number
  /** The reader answered it; otherwise a student did. */
  readonly own: boolean
}) {
  const t = translator(language, 'attempt')
  const quiz = translator(language, 'quiz')
  const { question, mark } = marked
  const outcome = outcomeOf(mark)
  const { tone, icon: Icon, rule } = OUTCOMES[outcome]
  const reasons = mark.feedbackIds.flatMap((id) => feedbackText(question, id)?.[language] ?? [])
  return (
    <li className={`grid gap-5 border border-l-4 border-line bg-surface p-5 sm:p-8 ${rule}`}>
      <div className="flex items-center justify-between gap-4">
        <div className="flex flex-wrap gap-x-4 gap-y-1">
          <h2 className="stencil text-faint">{quiz('question', { number })}</h2>
          <p className="stencil text-faint">{quiz('points', { points: question.points ?? 1 })}</p>
        </div>
        <Badge tone={tone}>
          <Icon aria-hidden className="size-4" strokeWidth={3} />
          {t(outcome)}
        </Badge>
      </div>
      <RichText html={question.prompt[language]} className="rich text-lg font-semibold leading-snug" />
      <AnswerReview language={language} marked={marked} own={own} />
      {mark.shown === undefined || mark.shown.trim() === '' ? null : (
        <TerminalText label={t('engineShowed')} text={mark.shown} />
      )}
      <Reasons reasons={reasons} />
      {outcome === 'right' ? null : (
        <p className="text-sm">
          <TextLink href={`/${language}/chapters/${question.chapter}`}>{t('review')}</TextLink>
        </p>
      )}
    </li>
  )
}

/** An answer that was checked while the attempt is open, in the place of the question itself. */
export function CheckedAnswer({ language, marked }: { readonly language: Language; readonly marked: MarkedQuestion }) {
  const t = translator(language, 'attempt')
  const outcome = outcomeOf(marked.mark)
  const { tone, icon: Icon, rule } = OUTCOMES[outcome]
  const reasons = marked.mark.feedbackIds.flatMap((id) => feedbackText(marked.question, id)?.[language] ?? [])
  return (
    <div role="status" className={`grid justify-items-start gap-4 border-l-4 pl-4 ${rule}`}>
      <Badge tone={tone}>
        <Icon aria-hidden className="size-4" strokeWidth={3} />
        {t(outcome)}
      </Badge>
      {outcome === 'right' ? null : <AnswerReview language={language} marked={marked} own />}
      <Reasons reasons={reasons} />
    </div>
  )
}

function Reasons({ reasons }: { readonly reasons: readonly string[] }) {
  return reasons.length === 0 ? null : (
    <div className="grid gap-2 border-l-4 border-line bg-ground px-4 py-3">
      {reasons.map((html) => (
        <RichText key={html} html={html} />
      ))}
    </div>
  )
}

function outcomeOf(mark: QuestionMark): Outcome {
  if (mark.correct) {
    return 'right'
  }
  return mark.points > 0 ? 'partly' : 'wrong'
}
