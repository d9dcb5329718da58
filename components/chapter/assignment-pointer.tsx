import { ButtonLink } from '@/components/ui/link'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'

/** Titles of the course's quizzes and exercises by their slug, in the page's language. */
export interface AssignmentTitles {
  readonly quiz: Readonly<Record<string, string>>
  readonly exercise: Readonly<Record<string, string>>
}

/** The way from a chapter to what is to be done with it. */
export function AssignmentPointer({
  language,
  type,
  id,
  titles,
}: {
  readonly language: Language
  readonly type: 'quiz' | 'exercise'
  readonly id: string
  readonly titles: AssignmentTitles
}) {
  const t = translator(language, 'chapter')
  const title = titles[type][id] ?? id
  return (
    <div className="plate my-6 flex flex-wrap items-center justify-between gap-4 p-5">
      <div>
        <p className="stencil m-0 text-faint">{t('practice')}</p>
        <p className="m-0 font-semibold">
          {type === 'quiz' ? t('practiceQuiz', { title }) : t('practiceExercise', { title })}
        </p>
      </div>
      <ButtonLink tone="ink" href={`/${language}/assignments`}>
        {t('goToWork')}
      </ButtonLink>
    </div>
  )
}
