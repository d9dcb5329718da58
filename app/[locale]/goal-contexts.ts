import type { GoalContext } from '@/components/exercise/goal-results'
import type { Language } from '@/messages/language'
import type { StudentGoal } from '@/server/views/exercise-view'
import { chapterHref } from './chapter-href'

/** The titles of goals, as drawn for their student, and where each is explained, by goal id. */
export function goalContexts(language: Language, goals: readonly StudentGoal[]): Readonly<Record<string, GoalContext>> {
  return Object.fromEntries(
    goals.map((goal) => [goal.id, { title: goal.title[language], chapterHref: chapterHref(language, goal.chapter) }]),
  )
}
