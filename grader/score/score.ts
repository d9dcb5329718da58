import type { Exercise, Goal, Predicate } from '../exercise'
import type { GoalResult, Message } from '../verdict'
import { evaluate } from './evaluate'
import type { Bindings, History } from './history'

/** Assignments of containers to variables that are tried at most; beyond them the first ones count. */
const ASSIGNMENTS_MAX = 400

/**
 * Scores the goals of an exercise over a replay. Variables of the patterns are bound to the containers that give the
 * most points (the earliest ones among equals), so that harmless extra containers never cost anything.
 */
export function scoreGoals(exercise: Exercise, history: History): readonly GoalResult[] {
  let best: readonly GoalResult[] | null = null
  for (const bindings of assignments(exercise, history)) {
    const results = scoreWith(exercise.goals, history, bindings)
    if (best === null || sum(results) > sum(best)) best = results
  }
  return best ?? scoreWith(exercise.goals, history, {})
}

function sum(results: readonly GoalResult[]): number {
  return results.reduce((total, result) => total + result.points, 0)
}

function scoreWith(goals: readonly Goal[], history: History, bindings: Bindings): readonly GoalResult[] {
  const moments = new Map<string, number | null>()
  for (const goal of goals) {
    const needed = goal.after.map((id) => moments.get(id) ?? null)
    const from = needed.reduce<number | null>(
      (latest, at) => (latest === null || at === null ? null : Math.max(latest, at)),
      0,
    )
    moments.set(goal.id, from === null ? null : evaluate(goal.check, history, bindings, from))
  }
  return goals.map((goal) => resultOf(goal, moments, history))
}

function resultOf(goal: Goal, moments: ReadonlyMap<string, number | null>, history: History): GoalResult {
  const at = moments.get(goal.id) ?? null
  const episode = at === null ? null : history[at]
  const met = episode !== null && episode !== undefined
  return {
    id: goal.id,
    points: met ? goal.points : 0,
    max: goal.points,
    met,
    message: met ? { id: 'goal.met', params: { line: episode.line, command: episode.command } } : unmet(goal, moments),
    line: episode?.line ?? null,
    terminal: episode?.transcript ?? null,
  }
}

function unmet(goal: Goal, moments: ReadonlyMap<string, number | null>): Message {
  const waiting = goal.after.find((id) => (moments.get(id) ?? null) === null)
  return waiting === undefined ? { id: 'goal.unmet', params: {} } : { id: 'goal.waiting', params: { goal: waiting } }
}

function assignments(exercise: Exercise, history: History): readonly Bindings[] {
  const variables = [...new Set(exercise.goals.flatMap((goal) => variablesOf(goal.check)))]
  const ids = [...new Set(history.flatMap((episode) => episode.after.containers.map((container) => container.id)))]
  let all: Bindings[] = [{}]
  for (const variable of variables)
    all = all.flatMap((bindings) => ids.map((id) => ({ ...bindings, [variable]: id }))).slice(0, ASSIGNMENTS_MAX)
  return all
}

function variablesOf(predicate: Predicate): readonly string[] {
  switch (predicate.kind) {
    case 'inOrder':
      return predicate.steps.flatMap(variablesOf)
    case 'all':
    case 'any':
      return predicate.of.flatMap(variablesOf)
    default:
      return predicate.container.as === undefined ? [] : [predicate.container.as]
  }
}
