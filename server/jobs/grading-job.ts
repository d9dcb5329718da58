import type { Exercise } from '@/grader/exercise'
import type { StepState } from '@/grader/explain/state-around'
import type { Submission } from '@/grader/grade'
import type { Explanation, Verdict } from '@/grader/verdict'

/** What a job is about, as plain data. */
export interface GradingInput {
  readonly exercise: Exercise
  readonly submission: Submission
}

/**
 * What a worker is asked: the verdict, afterwards the second document that explains it, or the machine around a command;
 * and, before anybody asked for anything, what somebody would hand in who does an exercise as its author does.
 */
export type GradingJob =
  | (GradingInput & { readonly kind: 'grade' })
  | (GradingInput & { readonly kind: 'explain'; readonly verdict: Verdict })
  | (GradingInput & { readonly kind: 'state'; readonly terminal: number; readonly line: number })
  | { readonly kind: 'rehearse'; readonly exercise: Exercise }

/** What the worker answers. `crashed`: the grader threw, which is a bug; its trace is for the log. */
export type GradingReply =
  | { readonly kind: 'verdict'; readonly verdict: Verdict }
  | { readonly kind: 'explanation'; readonly explanation: Explanation }
  | { readonly kind: 'state'; readonly state: StepState | null }
  | { readonly kind: 'rehearsal'; readonly submission: Submission }
  | { readonly kind: 'crashed'; readonly trace: string }

/** How a job ended, seen from outside the worker. `closed`: this process is stopping; the job is for the next one. */
export type GradingOutcome = GradingReply | { readonly kind: 'timeout' } | { readonly kind: 'closed' }
