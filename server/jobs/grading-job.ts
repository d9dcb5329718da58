import type { Exercise } from '@/grader/exercise'
import type { Submission } from '@/grader/grade'
import type { Verdict } from '@/grader/verdict'

/** What the worker is given for each submission, as plain data. */
export interface GradingJob {
  readonly exercise: Exercise
  readonly submission: Submission
}

/** What the worker answers. `crashed`: the grader threw, which is a bug; its trace is for the log. */
export type GradingReply =
  | { readonly ok: true; readonly verdict: Verdict }
  | { readonly ok: false; readonly error: 'crashed'; readonly trace: string }

/** How a job ended, seen from outside the worker. */
export type GradingOutcome = GradingReply | { readonly ok: false; readonly error: 'timeout' }
