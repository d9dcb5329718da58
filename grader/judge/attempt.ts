import type { EngineEvent } from '@/engine/events/event'
import type { Mismatch, Renaming } from '../compare/unify'
import type { Change, StepVerdictKind } from '../verdict'
import type { World } from './world'

/** One explanation of a step: the world after it and what still disagrees. */
export interface Attempt {
  readonly world: World
  /** The terminal just before the command was typed: adoptions and waiting done. */
  readonly before: World
  readonly predicted: readonly string[]
  readonly observed: readonly string[]
  readonly changes: readonly Change[]
  readonly events: readonly EngineEvent[]
  /** What this step bound: values of earlier steps that turn out to be others. */
  readonly renamings: readonly Renaming[]
  readonly mismatches: readonly Mismatch[]
  /** What is said about the step without holding it against the paste: what the student's machine refused. */
  readonly notices: readonly Mismatch[]
  /** Disagreements that prove nothing, because another machine's programs or images may differ. */
  readonly doubts: number
  /** 1 where a better explanation would be one without doubts, or with the output that the paste shows. */
  readonly weight: number
  readonly verdict: StepVerdictKind
}

/** Of two explanations that weigh the same, the one is better that predicted what was seen. */
export function isBetter(attempt: Attempt, best: Attempt): boolean {
  const difference = weight(attempt) - weight(best)
  return difference < 0 || (difference === 0 && attempt.verdict === 'consistent' && best.verdict === 'unverifiable')
}

/** Hard disagreements weigh more than those a second terminal would explain, those more than what proves nothing. */
export function weight(attempt: Attempt): number {
  return attempt.mismatches.reduce((sum, item) => sum + (item.soft ? 2 : 6), 0) + attempt.weight
}
