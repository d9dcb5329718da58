import type { LocalizedText } from '@/grader/localized-text'

export type AssignmentKind = 'quiz' | 'exercise'

/** Where an assignment stands at the server's present time. `late`: past its due date, not yet closed. */
export type AssignmentPhase = 'upcoming' | 'open' | 'late' | 'closed'

/** All dates are ISO 8601 strings in UTC; `null` means that the assignment has no such date. */
export interface AssignmentDates {
  readonly opensAt: string | null
  readonly dueAt: string | null
  readonly closesAt: string | null
}

export interface GradeView {
  readonly points: number
  readonly pointsMax: number
  readonly gradedAt: string
}

/** An assignment as one person sees it, with their own progress in it. */
export interface AssignmentView extends AssignmentDates {
  readonly id: string
  readonly classId: string
  readonly className: string
  readonly timeZone: string
  readonly kind: AssignmentKind
  /** The quiz's or exercise's slug in `content/`. */
  readonly slug: string
  readonly title: LocalizedText
  readonly phase: AssignmentPhase
  /** Share of this assignment in the class's total; 1 is ordinary. */
  readonly weight: number
  /** `null`: as many as one likes. */
  readonly attemptsMax: number | null
  /** Unlimited, with feedback at once, and never a grade. */
  readonly practice: boolean
  /** `null` for an exercise. */
  readonly quizRules: QuizRules | null
  /** Attempts (quiz) or submissions (exercise) this person has begun. */
  readonly attemptsUsed: number
  /** The quiz attempt that was started and not yet submitted. */
  readonly openAttemptId: string | null
  /** The last attempt (quiz) or submission (exercise) that was handed in. */
  readonly latestId: string | null
  readonly grade: GradeView | null
}

/** How a quiz is taken and counted, for one person. */
export interface QuizRules {
  /** Whole minutes, extra time included; `null` when untimed. */
  readonly timeLimitMinutes: number | null
  readonly countedWork: 'best' | 'last' | 'average' | 'first'
  readonly oneWay: boolean
  readonly certainty: boolean
  readonly checkAtOnce: boolean
  /** What late work is worth; empty: as much as any. */
  readonly lateTimeline: readonly { readonly hours: number; readonly percent: number }[]
}
