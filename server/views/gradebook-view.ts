import type { LocalizedText } from '@/grader/localized-text'
import type { AssignmentDates, AssignmentKind } from './assignment-view'
import type { ClassView } from './class-view'

/**
 * `none`: nothing yet. `started`: a quiz attempt is open and nothing was handed in before. `waiting`: a
 * submission has no verdict yet. `not-graded`: the grader ran out of time on the last one. `graded`: there is a grade.
 */
export type CellState = 'none' | 'started' | 'waiting' | 'not-graded' | 'graded'

export interface GradebookColumn extends AssignmentDates {
  readonly assignmentId: string
  readonly kind: AssignmentKind
  readonly slug: string
  readonly title: LocalizedText
  readonly weight: number
}

export interface GradebookCell {
  readonly assignmentId: string
  readonly state: CellState
  readonly points: number | null
  readonly pointsMax: number | null
  /** When the work that counts was handed in; without any, `null`. */
  readonly submittedAt: string | null
  readonly late: boolean
  readonly attempts: number
  /** The attempt (quiz) or submission (exercise) a click opens: the one that counts, else the last. */
  readonly openId: string | null
}

export interface GradebookRow {
  readonly student: { readonly id: string; readonly name: string; readonly email: string }
  /** In the order of the columns. */
  readonly cells: readonly GradebookCell[]
}

export interface Gradebook {
  readonly class: ClassView
  readonly columns: readonly GradebookColumn[]
  /** Students by name, in the order of the viewer's language. */
  readonly rows: readonly GradebookRow[]
}
