import type { Predicate } from '../predicate'
import type { Scope } from './history'

type Answer = Extract<Predicate, { readonly kind: 'answer' }>

/** An answer has no moment of its own: it holds from wherever it is asked for, once there is a session at all. */
export function evaluateAnswer(predicate: Answer, { history, bindings, isRight }: Scope, from: number): number | null {
  return history.length > 0 && isRight(predicate.question, bindings) ? Math.min(from, history.length - 1) : null
}
