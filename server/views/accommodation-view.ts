import type { AssignmentDates } from './assignment-view'

/** What a student was granted beyond the class, as its staff sees it. */
export interface AccommodationView extends AssignmentDates {
  readonly id: string
  readonly student: { readonly id: string; readonly name: string; readonly email: string }
  /** `null`: in every assignment of the class. */
  readonly assignmentId: string | null
  readonly timeFactor: number
  readonly extraMinutes: number
  readonly attemptsMax: number | null
}
