import { assertNever } from '@/engine/assert-never'
import type { Predicate } from '../predicate'
import { evaluateAbsent } from './absent'
import { evaluateAnswer } from './answer'
import { evaluateAnswered } from './answered'
import { evaluateBuilt } from './built'
import { evaluateHappened } from './happened'
import type { Scope } from './history'
import { evaluatePrinted } from './printed'
import { evaluateReached } from './reached'
import { evaluateRefused } from './refused'
import { evaluateShown } from './shown'
import { evaluateShownAbsent } from './shown-absent'
import { evaluateStatus } from './status'

/** Index of the first episode, from `from` on, at which the predicate holds under the bindings; null if at none. */
export function evaluate(predicate: Predicate, scope: Scope, from: number): number | null {
  switch (predicate.kind) {
    case 'reached':
      return evaluateReached(predicate, scope, from)
    case 'absent':
      return evaluateAbsent(predicate, scope, from)
    case 'happened':
      return evaluateHappened(predicate, scope, from)
    case 'shown':
      return evaluateShown(predicate, scope, from)
    case 'shownAbsent':
      return evaluateShownAbsent(predicate, scope, from)
    case 'printed':
      return evaluatePrinted(predicate, scope, from)
    case 'status':
      return evaluateStatus(predicate, scope, from)
    case 'refused':
      return evaluateRefused(predicate, scope, from)
    case 'answered':
      return evaluateAnswered(predicate, scope, from)
    case 'built':
      return evaluateBuilt(predicate, scope, from)
    case 'answer':
      return evaluateAnswer(predicate, scope, from)
    case 'inOrder':
      return predicate.steps.reduce<number | null>((at, step) => (at === null ? null : evaluate(step, scope, at)), from)
    case 'all': {
      const moments = predicate.of.map((part) => evaluate(part, scope, from))
      return moments.reduce<number | null>(
        (latest, at) => (latest === null || at === null ? null : Math.max(latest, at)),
        from,
      )
    }
    case 'any': {
      const moments = predicate.of.map((part) => evaluate(part, scope, from)).filter((at) => at !== null)
      return moments.length === 0 ? null : Math.min(...moments)
    }
    default:
      return assertNever(predicate)
  }
}
