import type { LocalizedText } from '@/grader/localized-text'
import type { AccommodationView } from './accommodation-view'
import type { AssignmentDates, AssignmentKind, QuizRules } from './assignment-view'
import type { ClassView } from './class-view'

export type FeedbackMoment = 'at_once' | 'after_submission' | 'after_due' | 'never'

/** How one assignment is taken and counted, as its instructors set it. Each `null` leaves it to the quiz or to nobody. */
export interface AssignmentSettings extends AssignmentDates {
  readonly assignmentId: string
  readonly kind: AssignmentKind
  readonly title: LocalizedText
  readonly attemptsMax: number | null
  readonly practice: boolean
  readonly countedWork: QuizRules['countedWork']
  readonly scorePolicy: FeedbackMoment
  readonly feedbackPolicy: FeedbackMoment
  readonly timeLimitMinutes: number | null
  readonly graceSeconds: number
  readonly lateTimeline: QuizRules['lateTimeline']
  readonly shuffleQuestions: boolean | null
  readonly shuffleOptions: boolean | null
  readonly partialCredit: boolean
  readonly oneWay: boolean
  readonly certainty: boolean
}

export interface ClassSettings {
  readonly class: ClassView
  readonly assignments: readonly AssignmentSettings[]
  readonly students: readonly { readonly id: string; readonly name: string; readonly email: string }[]
  readonly accommodations: readonly AccommodationView[]
}
