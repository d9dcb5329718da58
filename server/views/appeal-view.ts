import type { LocalizedText } from '@/grader/localized-text'

/** What a student objects to at one line of a submission, and what was answered. */
export interface AppealView {
  readonly id: string
  /** Index of the transcript, from 0. */
  readonly terminal: number
  /** Line of the command. */
  readonly line: number
  readonly comment: string
  readonly createdAt: string
  readonly state: 'open' | 'accepted' | 'declined'
  /** Empty while nobody answered. */
  readonly answer: string
  readonly answeredBy: string | null
  /** Points that the submission counted for before and after the line was conceded; `null` where it was not, or not yet. */
  readonly regrade: { readonly before: number; readonly after: number } | null
}

/** An appeal that waits for an answer, as the class's staff finds it. */
export interface OpenAppeal {
  readonly id: string
  readonly submissionId: string
  readonly student: string
  /** Of the exercise. */
  readonly title: LocalizedText
}

/** A submission of another student in whose session the grader disagrees in the same way about the same command. */
export interface AlikeSubmission {
  readonly appealId: string
  readonly classId: string
  readonly submissionId: string
  readonly student: string
  readonly terminal: number
  readonly line: number
}
