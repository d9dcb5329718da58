import type { Exercise, Hint } from './exercise'
import { roundedPoints } from './points'
import type { Verdict } from './verdict'

/** A hint that a student looked at. */
export interface TakenHint {
  readonly goal: string
  readonly kind: Hint['kind']
}

/**
 * Points of a verdict after the hints taken: each costs its share of its goal's points, never more than the goal
 * earned. A hint taken twice, or one that the exercise does not have, costs nothing.
 */
export function pointsAfterHints(exercise: Exercise, verdict: Verdict, taken: readonly TakenHint[]): number {
  const points = verdict.goals.reduce((sum, result) => {
    const goal = exercise.goals.find((each) => each.id === result.id)
    const isTaken = (hint: Hint) => taken.some((each) => each.goal === result.id && each.kind === hint.kind)
    const cost = (goal?.hints ?? []).filter(isTaken).reduce((total, hint) => total + hint.cost, 0)
    return sum + result.points * Math.max(0, 1 - cost)
  }, 0)
  return roundedPoints(points)
}
