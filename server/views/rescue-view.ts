import type { Response } from '@/grader/quiz/response'
import type { Certainty } from './attempt-view'

/** An answer of a rescue file that is newer than what the server has. */
export interface RescuedAnswer {
  readonly questionId: string
  /** The question's number in the attempt, from 1. */
  readonly number: number
  readonly revision: number
  readonly saveKey: string
  readonly answer: Response
  readonly certainty?: Certainty
  /** Nobody could alter it since the browser wrote it. */
  readonly sealed: boolean
  /** When it was given, by the student's own clock. */
  readonly at: string
  /** What the server has now. */
  readonly held: Response | null
}

/** What a rescue file would change. */
export interface RescuePreview {
  readonly attemptId: string
  readonly student: { readonly id: string; readonly name: string; readonly email: string }
  readonly submittedAt: string | null
  readonly endsAt: string | null
  readonly answers: readonly RescuedAnswer[]
  /** Answers that were altered, or sealed by another installation. */
  readonly unreadable: number
}
