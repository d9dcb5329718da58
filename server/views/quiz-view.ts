import type { LocalizedText } from '@/grader/localized-text'
import type { AssignmentView } from './assignment-view'

/** What the page before a quiz may tell: everything but the questions. */
export interface QuizCover {
  readonly assignment: AssignmentView
  /** Sanitised HTML. */
  readonly description: LocalizedText
  readonly questions: number
  /** Whole minutes; `null` when untimed. */
  readonly timeLimitMinutes: number | null
}
