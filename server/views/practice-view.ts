import type { LocalizedText } from '@/grader/localized-text'
import type { StudentExercise } from './exercise-view'
import type { GoalHints } from './hint-view'

/** An exercise of the course as somebody may practise it, with how far they came. */
export interface PracticeEntry {
  readonly slug: string
  readonly title: LocalizedText
  readonly chapter: string
  readonly minutes: number
  readonly goals: number
  readonly points: number
  /** Sessions that were practised. */
  readonly count: number
  /** Points of the best of them; `null` while none is graded. */
  readonly best: { readonly points: number; readonly pointsMax: number } | null
}

/** What the page of a practised exercise shows. Its hints cost nothing: nothing is graded. */
export interface PracticeExercise {
  readonly exercise: StudentExercise
  readonly hints: readonly GoalHints[]
}
