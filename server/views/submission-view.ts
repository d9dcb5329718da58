import type { LocalizedText } from '@/grader/localized-text'
import type { Explanation, Verdict } from '@/grader/verdict'
import type { StudentGoal } from './exercise-view'

/**
 * `received`: stored, its verdict is being worked out. `graded`: `verdict` is there. `not-graded`: the
 * grader did not finish in its time; nothing is lost and grading may be asked for again.
 */
export type SubmissionState = 'received' | 'graded' | 'not-graded'

export interface SubmittedFile {
  readonly name: string
  readonly content: string
}

/** What a submission answers as soon as it is stored and grading has been tried. */
export interface SubmissionReceipt {
  readonly id: string
  readonly state: SubmissionState
  readonly submittedAt: string
}

/** One line of a student's history of submissions. */
export interface SubmissionSummary extends SubmissionReceipt {
  readonly ordinal: number
  readonly points: number | null
  readonly pointsMax: number | null
  /** What the hints taken before it was sent cost, in points. */
  readonly hintCost: number
  /** What its points are worth for their lateness, in percent. */
  readonly latePercent: number
  /** Whether the grade rests on it. */
  readonly counts: boolean
}

/** A submission as its owner sees it. */
export interface SubmissionView extends SubmissionSummary {
  /** `null` for practice. */
  readonly assignmentId: string | null
  readonly exerciseSlug: string
  readonly title: LocalizedText
  /** Exactly as pasted, one a terminal. */
  readonly transcripts: readonly string[]
  readonly files: readonly SubmittedFile[]
  readonly answers: readonly AnswerView[]
  /** The exercise's goals, to name those of the verdict; none where content no longer has the exercise. */
  readonly goals: readonly StudentGoal[]
  readonly verdict: Verdict | null
  /** Comes a moment after the verdict; `null` until then. Without repairs while the feedback policy keeps them back. */
  readonly explanation: Explanation | null
  /** HTML of the belief the explanation names; `null` where it names none. */
  readonly misconception: LocalizedText | null
}

/** A question asked inside the exercise with what was answered. */
export interface AnswerView {
  readonly id: string
  /** HTML. */
  readonly prompt: LocalizedText
  /** As typed, or the chosen option as HTML; `null` where nothing was answered. */
  readonly answer: { readonly text: string } | { readonly option: LocalizedText } | null
  /** `null` where nothing was answered or marked, and while the feedback policy keeps it back. */
  readonly feedback: { readonly right: boolean; readonly text: LocalizedText } | null
}

/** A submission as the class's staff sees it. */
export interface StaffSubmissionView extends SubmissionView {
  readonly student: { readonly id: string; readonly name: string; readonly email: string }
  readonly versions: {
    readonly engine: string
    readonly grader: string
    readonly exercise: string
  } | null
}
