import type { PlainQuestion } from '@/grader/quiz/question'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import { CheckQuestion } from './check-question'

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
  return (
    <div className="my-6 grid gap-5">
      <p className="text-soft">{t('checkLead')}</p>
      <ol className="grid list-none gap-6 p-0">
        {questions.map((question, index) => (
          <CheckQuestion key={question.id} chapterId={chapterId} question={question} number={index + 1} />
        ))}
      </ol>
    </div>
  )
}
