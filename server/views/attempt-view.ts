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
  readonly certainty: Certainty | null
  readonly savedAt: string
  /** Its feedback was shown while the attempt is open; it takes no change. */
  readonly checked: boolean
}

/** How sure somebody is of an answer: 1 guessing, 2 fairly, 3 certain. */
export type Certainty = 1 | 2 | 3

/** What a save answers: what the server now holds for the question, and its clock. */
export interface SaveAcknowledgement {
  readonly questionId: string
  readonly revision: number
  readonly savedAt: string
  /** The server's present time, ISO 8601 in UTC. */
  readonly serverTime: string
  /** When the attempt ends as things stand now; `null` for never. */
  readonly endsAt: string | null
}

/** What became of an answer that waited sealed in the browser; in clear where it was saved. */
export interface SealedAnswer {
  readonly outcome: 'saved' | 'newer' | 'refused' | 'unreadable'
  readonly response: {
    readonly questionId: string
    readonly revision: number
    readonly saveKey: string
    readonly answer: Response
    readonly certainty?: Certainty
  } | null
}

/** What the push channel tells of an open attempt, at once and whenever it changes. */
export interface AttemptClock {
  readonly endsAt: string | null
  readonly submitted: boolean
  readonly serverTime: string
}

/** One question after marking, with its key and feedback. */
export interface MarkedQuestion {
  readonly question: Question
  readonly answer: Response | null
  readonly mark: QuestionMark
  readonly certainty: Certainty | null
  /** What it earned by the assignment's rules, between -2 and 1. */
  readonly points: number
}

export interface AttemptResult {
  /** `null` while the policy keeps the score back. */
  readonly score: AttemptScore | null
  /** `null` while the feedback policy keeps keys and feedback back. */
  readonly questions: readonly MarkedQuestion[] | null
}

export interface AttemptScore {
  readonly points: number
  readonly pointsMax: number
  /** What these points count for; below 100 for late work. */
  readonly latePercent: number
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
  /** The server handed it in because its time was over. */
  readonly submittedByServer: boolean
  /** When it ends, accommodations included; `null` for never. */
  readonly endsAt: string | null
  readonly serverTime: string
  /** The server's public key, to which the browser seals what it cannot send. */
  readonly sealingKey: string
  /** In the order drawn for this attempt. */
  readonly questions: readonly StudentQuestion[]
  readonly responses: readonly SavedResponse[]
  readonly rules: AttemptRules
  /** Index of the first question that may still be changed, where there is no way back. */
  readonly reached: number
  /** Questions whose feedback was asked for while the attempt is open. */
  readonly checked: readonly MarkedQuestion[]
  /** `null` until submitted. */
  readonly result: AttemptResult | null
  /** Proves what was handed in and when; `null` until submitted. */
  readonly receipt: string | null
}

/** An attempt as the class's staff sees it. */
export interface StaffAttemptView extends AttemptView {
  readonly student: { readonly id: string; readonly name: string; readonly email: string }
}

/** How an attempt is taken. */
export interface AttemptRules {
  /** Each question may be checked at once; it is final then. */
  readonly checkAtOnce: boolean
  readonly oneWay: boolean
  readonly certainty: boolean
  readonly practice: boolean
}
