import { assertNever } from '@/engine/assert-never'
import type { Predicate } from '../exercise'
import { evaluateAnswered } from './answered'
import { evaluateHappened } from './happened'
import type { Bindings, History } from './history'
import { evaluateReached } from './reached'
import { evaluateShown } from './shown'

/**
 * Index of the first episode, from `from` on, at which the predicate holds under the bindings; null if at none.
 */
export function evaluate(predicate: Predicate, history: History, bindings: Bindings, from: number): number | null {
  switch (predicate.kind) {
    case 'reached':
      return evaluateReached(predicate, history, bindings, from)
    case 'happened':
      return evaluateHappened(predicate, history, bindings, from)
    case 'shown':
      return evaluateShown(predicate, history, bindings, from)
    case 'answered':
      return evaluateAnswered(predicate, history, bindings, from)
    case 'inOrder':
      return predicate.steps.reduce<number | null>(
        (at, step) => (at === null ? null : evaluate(step, history, bindings, at)),
        from,
      )
    case 'all': {
      const moments = predicate.of.map((part) => evaluate(part, history, bindings, from))
      return moments.reduce<number | null>(
        (latest, at) => (latest === null || at === null ? null : Math.max(latest, at)),
        from,
      )
    }
    case 'any': {
      const moments = predicate.of.map((part) => evaluate(part, history, bindings, from)).filter((at) => at !== null)
      return moments.length === 0 ? null : Math.min(...moments)
    }
    default:
      return assertNever(predicate)
  }
}
