import type { ReactNode } from 'react'
import { RichText } from '@/components/ui/rich-text'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { StudentGoal } from '@/server/views/exercise-view'

/** What an exercise is marked by, each goal with its points; below it whatever else is to be known before beginning. */
export function GoalList({
  language,
  goals,
  children,
}: {
  readonly language: Language
  readonly goals: readonly StudentGoal[]
  readonly children: ReactNode
}) {
  const t = translator(language, 'exercise')
  return (
    <section className="plate grid gap-4 p-6">
      <h2 className="text-lg">{t('goals')}</h2>
      <ol className="grid gap-3">
        {goals.map((goal) => (
          <li key={goal.id} className="flex items-baseline justify-between gap-4 text-sm">
            <RichText as="span" html={goal.title[language]} />
            <span className="whitespace-nowrap text-soft">{t('goalPoints', { points: goal.points })}</span>
          </li>
        ))}
      </ol>
      {children}
    </section>
  )
}
