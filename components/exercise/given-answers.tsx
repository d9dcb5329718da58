import { Check, X } from 'lucide-react'
import { Badge } from '@/components/ui/badge'
import { RichText } from '@/components/ui/rich-text'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { AnswerView } from '@/server/views/submission-view'

/** The questions inside the exercise with what was answered, and what is to be said to it. */
export function GivenAnswers({
  language,
  answers,
}: {
  readonly language: Language
  readonly answers: readonly AnswerView[]
}) {
  if (answers.length === 0) return null
  const t = translator(language, 'submission')
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl">{t('answers')}</h2>
      <ol className="grid gap-2">
        {answers.map(({ id, prompt, answer, feedback }) => (
          <li
            key={id}
            className={`grid gap-2 border border-line bg-surface px-5 py-4 ${feedback === null ? '' : `border-l-4 ${feedback.right ? 'border-l-starboard' : 'border-l-port'}`}`}
          >
            <RichText html={prompt[language]} className="rich text-soft" />
            <p className="font-semibold">
              {answer === null ? (
                <em className="font-normal text-faint">{t('noAnswer')}</em>
              ) : 'option' in answer ? (
                <RichText as="span" html={answer.option[language]} />
              ) : (
                answer.text
              )}
            </p>
            {feedback === null ? null : (
              <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
                <Badge tone={feedback.right ? 'good' : 'bad'}>
                  <Mark right={feedback.right} />
                  {t(feedback.right ? 'answerRight' : 'answerWrong')}
                </Badge>
                <RichText html={feedback.text[language]} className="rich min-w-0" />
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Mark({ right }: { readonly right: boolean }) {
  const Icon = right ? Check : X
  return <Icon aria-hidden className="size-4" strokeWidth={3} />
}
