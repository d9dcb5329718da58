import { RichText } from '@/components/ui/rich-text'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { StudentGoal } from '@/server/views/exercise-view'
import type { GoalHints } from '@/server/views/hint-view'
import { Hints } from './hints'
import { plainText } from './plain-text'

/** The hints of an exercise, goal by goal. */
export function HintList({
  language,
  assignmentId,
  goals,
  hints,
  takeHint,
}: {
  readonly language: Language
  readonly assignmentId: string
  readonly goals: readonly StudentGoal[]
  readonly hints: readonly GoalHints[]
  /** The form's action; `null` where none can be taken any more. */
  readonly takeHint: ((form: FormData) => Promise<void>) | null
}) {
  const t = translator(language, 'exercise')
  const shown = goals.flatMap((goal) => {
    const found = hints.find((each) => each.goal === goal.id)
    const isEmpty = found === undefined || (takeHint === null && found.hints.every(({ text }) => text === null))
    return isEmpty ? [] : [{ goal, found }]
  })
  if (shown.length === 0) return null
  return (
    <section className="grid gap-4">
      <h2 className="text-lg">{t('hintsTitle')}</h2>
      {takeHint === null ? null : <p className="text-sm text-soft">{t('hintsText')}</p>}
      <ul className="grid gap-4">
        {shown.map(({ goal, found }) => (
          <li key={goal.id} className="grid gap-2 border-t border-line pt-3 text-sm">
            <RichText html={goal.title[language]} className="rich font-semibold" />
            <Hints
              language={language}
              assignmentId={assignmentId}
              hints={found}
              goalTitle={plainText(goal.title[language])}
              takeHint={takeHint}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
