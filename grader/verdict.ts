import type { Diagnostic } from './read/transcript'

/**
 * A sentence for a person, as an id of `messages/` (under `grader.`) and its parameters: a verdict is the same
 * document in every language. Params named `command`, `expected`, `observed`… are shown as code.
 */
export interface Message {
  readonly id: string
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * What replaying says of one command of a transcript.
 * - `consistent`: at least one thing was predicted and matched;
 * - `inconsistent`: no world explains it, it is impossible;
 * - `unexplained`: something happened that this paste does not show;
 * - `unverifiable`: nothing in it can be predicted;
 * - `failed`: Docker itself refused the command, as the engine does.
 */
export type StepVerdictKind = 'consistent' | 'inconsistent' | 'unexplained' | 'unverifiable' | 'failed'

/** One thing the engine and the paste disagree on. Lines count from 1 in the pasted text of the step's transcript. */
export interface Finding {
  readonly code: string
  readonly line: number
  readonly message: Message
  readonly expected: string
  readonly observed: string
}

/** What a command did to the machine, for the "why" beside it. `object` is the short name a person would use. */
export interface Change {
  readonly kind: 'container' | 'image' | 'volume' | 'network'
  readonly object: string
  readonly action: string
  readonly detail: Readonly<Record<string, string | number>>
}

export interface StepVerdict {
  /** Index of the transcript (terminal) in the submission, from 0. */
  readonly terminal: number
  readonly line: number
  readonly endLine: number
  readonly prompt: string
  readonly context: 'host' | 'container'
  readonly command: string
  readonly output: string
  readonly verdict: StepVerdictKind
  readonly findings: readonly Finding[]
  readonly changes: readonly Change[]
}

export interface GoalResult {
  readonly id: string
  /** Points earned, between 0 and `max`. */
  readonly points: number
  readonly max: number
  readonly met: boolean
  readonly message: Message
  /** Where it was met, or null. */
  readonly line: number | null
  readonly terminal: number | null
}

/** What became of an answer that was given to a question inside the exercise. */
export interface AnswerResult {
  readonly question: string
  readonly right: boolean
}

export interface Versions {
  readonly engine: string
  readonly grader: string
  readonly exercise: string
}

/** Outcome of checking transcripts without an exercise (`quai check`). */
export interface CheckResult {
  readonly steps: readonly StepVerdict[]
  readonly diagnostics: readonly TerminalDiagnostic[]
  readonly inconsistent: number
  readonly unexplained: number
}

export interface TerminalDiagnostic extends Diagnostic {
  readonly terminal: number
}

/** The graded submission: the same inputs give the same bytes. Points are multiples of 0.01. */
export interface Verdict extends CheckResult {
  readonly exercise: string
  readonly drawSeed: number | null
  readonly score: number
  readonly max: number
  readonly goals: readonly GoalResult[]
  readonly answers: readonly AnswerResult[]
  readonly versions: Versions
}

/** The second document: why, computed after the score and never changing it. */
export interface Explanation {
  readonly goals: readonly GoalExplanation[]
  readonly repairs: readonly Repair[]
  readonly misconception: string | null
}

export interface GoalExplanation {
  readonly goal: string
  /** What was missing, and what to do. */
  readonly why: Message
  readonly chapter: string | null
}

/** A one-line edit after which everything passes: verified by grading the repaired transcript. */
export interface Repair {
  readonly terminal: number
  readonly line: number
  readonly before: string
  readonly after: string
  readonly scoreAfter: number
}
