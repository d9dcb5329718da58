import type { GoalContext } from '@/components/exercise/goal-results'
import type { Language } from '@/messages/language'
import { findExercise } from '@/server/course'
import { chapterHref } from './chapter-href'

/** The titles of an exercise's goals and where each is explained, by goal id. */
export function goalContexts(language: Language, slug: string): Readonly<Record<string, GoalContext>> {
  const goals = findExercise(slug)?.goals ?? []
  return Object.fromEntries(
    goals.map((goal) => [goal.id, { title: goal.title[language], chapterHref: chapterHref(language, goal.chapter) }]),
  )
}
