import type { LocalizedText } from '@/grader/localized-text'
import type { QuestionMark } from '@/grader/quiz/mark'
import type { Question } from '@/grader/quiz/question'
import type { Response } from '@/grader/quiz/response'
import type { StudentQuestion } from '@/grader/quiz/student-question'

/** An answer as the server last acknowledged it. */
export interface SavedResponse {
  readonly questionId: string
  /** Counted up by the browser at each change; the highest one counts. */
  readonly revision: number
  readonly answer: Response
  readonly savedAt: string
}

/** What a save answers: what the server now holds for the question, and its clock. */
export interface SaveAcknowledgement {
  readonly questionId: string
  readonly revision: number
  readonly savedAt: string
  /** The server's present time, ISO 8601 in UTC. */
  readonly serverTime: string
}

/** One question after marking, with its key and feedback. */
export interface MarkedQuestion {
  readonly question: Question
  readonly answer: Response | null
  readonly mark: QuestionMark
}

export interface AttemptResult {
  readonly points: number
  readonly pointsMax: number
  /** `null` while the feedback policy keeps keys and feedback back. */
  readonly questions: readonly MarkedQuestion[] | null
}

/** An attempt as its owner sees it. While it is open nothing in it tells a key. */
export interface AttemptView {
  readonly id: string
  readonly assignmentId: string
  readonly quizSlug: string
  readonly title: LocalizedText
  /** Counts from 1 among this person's attempts at the assignment. */
  readonly ordinal: number
  readonly startedAt: string
  readonly submittedAt: string | null
  readonly closesAt: string | null
  readonly serverTime: string
  /** In the order drawn for this attempt. */
  readonly questions: readonly StudentQuestion[]
  readonly responses: readonly SavedResponse[]
  /** `null` until submitted. */
  readonly result: AttemptResult | null
}

/** An attempt as the class's staff sees it. */
export interface StaffAttemptView extends AttemptView {
  readonly student: { readonly id: string; readonly name: string; readonly email: string }
}
