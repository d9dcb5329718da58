import type { Exercise } from '@/grader/exercise'
import type { Verdict } from '@/grader/verdict'

/** What the worker is given: everything a verdict depends on, as plain data. */
export interface GradingJob {
  readonly exercise: Exercise
  readonly transcripts: readonly string[]
  readonly files: Readonly<Record<string, string>>
  readonly answers: Readonly<Record<string, string>>
  readonly drawSeed: number | null
}

/** What the worker answers. `crashed`: the grader threw, which is a bug; its trace is for the log. */
export type GradingReply =
  | { readonly ok: true; readonly verdict: Verdict }
  | { readonly ok: false; readonly error: 'crashed'; readonly trace: string }

/** How a job ended, seen from outside the worker. */
export type GradingOutcome = GradingReply | { readonly ok: false; readonly error: 'timeout' }
