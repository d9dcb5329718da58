import { RichText } from '@/components/ui/rich-text'
import type { PlainQuestion } from '@/grader/quiz/question'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { LazyCheckQuestion } from './lazy-check-question'

/** The chapter's own questions, ungraded. */
export function CheckYourself({
  chapterId,
  language,
  questions,
}: {
  readonly chapterId: string
  readonly language: Language
  readonly questions: readonly PlainQuestion[]
}) {
  const t = translator(language, 'chapter')
  const quiz = translator(language, 'quiz')
  return (
    <div className="my-6 grid gap-5">
      <p className="text-soft">{t('checkLead')}</p>
      <ol className="grid list-none gap-6 p-0">
        {questions.map((question, index) => (
          <LazyCheckQuestion key={question.id} chapterId={chapterId} question={question} number={index + 1}>
            <p className="stencil text-faint">{quiz('question', { number: index + 1 })}</p>
            <RichText html={question.prompt[language]} className="rich text-md font-semibold" />
            <Options language={language} question={question} />
          </LazyCheckQuestion>
        ))}
      </ol>
    </div>
  )
}

/** What can be chosen, about as high as the choices that take its place. */
function Options({ language, question }: { readonly language: Language; readonly question: PlainQuestion }) {
  return 'options' in question ? (
    <ul className="grid gap-2.5">
      {question.options.map((option) => (
        <li key={option.id} className="choice">
          <span className="choice-box" data-round aria-hidden />
          <RichText as="span" html={option.text[language]} className="rich min-w-0" />
        </li>
      ))}
    </ul>
  ) : null
}
