import { RichText } from '@/components/ui/rich-text'
import type { Language } from '@/messages/language'
import { translator } from '@/messages/translate'
import type { StudentGoal } from '@/server/views/exercise-view'
import type { GoalHints } from '@/server/views/hint-view'

/** The hints of an exercise that is practised, goal by goal, each folded away until somebody wants it. */
export function FreeHints({
  language,
  goals,
  hints,
}: {
  readonly language: Language
  readonly goals: readonly StudentGoal[]
  readonly hints: readonly GoalHints[]
}) {
  const t = translator(language, 'exercise')
  return (
    <section className="grid gap-4 print:hidden">
      <h2 className="text-lg">{t('hintsTitle')}</h2>
      <p className="text-sm text-soft">{t('practiceHints')}</p>
      <ul className="grid gap-4">
        {goals.map((goal) => (
          <li key={goal.id} className="grid gap-1 border-t border-line pt-3 text-sm">
            <RichText html={goal.title[language]} className="rich font-semibold" />
            {hints
              .filter((each) => each.goal === goal.id)
              .flatMap((each) => each.hints)
              .map(({ kind, text }) => (
                <details key={kind}>
                  <summary className="cursor-pointer py-1">{t(`hintKinds.${kind}`)}</summary>
                  <RichText
                    html={text?.[language] ?? ''}
                    className="rich border-l-4 border-l-water bg-haze px-3 py-2"
                  />
                </details>
              ))}
          </li>
        ))}
      </ul>
    </section>
  )
}
