import { RichText } from '@/components/ui/rich-text'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { AnswerView } from '@/server/views/submission-view'

/** The questions inside the exercise with what was answered. */
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
        {answers.map(({ id, prompt, answer }) => (
          <li key={id} className="grid gap-1 border border-line bg-surface px-5 py-3">
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
          </li>
        ))}
      </ol>
    </section>
  )
}
