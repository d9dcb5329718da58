import type { Exercise, Goal } from '../exercise'
import { isRightAnswer } from '../question/mark-answer'
import type { GoalResult, Message } from '../verdict'
import { bindingsOf } from './bindings'
import { evaluate } from './evaluate'
import type { History, Scope } from './history'
import { unfold } from './unfold'

/** Answers to the questions inside an exercise: question id → what was typed or chosen. */
export type Answers = Readonly<Record<string, string>>

/**
 * Scores the goals of an exercise over a replay. Variables of the patterns are bound to the objects that give the
 * most points (the likeliest and earliest ones among equals), so that harmless extra containers never cost anything.
 */
export function scoreGoals(exercise: Exercise, replayed: History, answers: Answers = {}): readonly GoalResult[] {
  const history = unfold(replayed)
  const keys = exercise.questions.flatMap((question) => ('key' in question && question.key ? [question.key] : []))
  const isRight: Scope['isRight'] = (id, bindings) => {
    const question = exercise.questions.find((each) => each.id === id)
    const answer = Object.hasOwn(answers, id) ? (answers[id] ?? '') : ''
    return question !== undefined && answer.trim() !== '' && isRightAnswer(question, answer, history, bindings)
  }
  const max = exercise.goals.reduce((total, goal) => total + goal.points, 0)
  let best: readonly GoalResult[] | null = null
  for (const bindings of bindingsOf(exercise.goals, history, keys)) {
    const results = scoreWith(exercise.goals, { history, bindings, isRight })
    if (best === null || sum(results) > sum(best)) best = results
    if (sum(best) >= max) break
  }
  return best ?? []
}

function sum(results: readonly GoalResult[]): number {
  return results.reduce((total, result) => total + result.points, 0)
}

function scoreWith(goals: readonly Goal[], scope: Scope): readonly GoalResult[] {
  const moments = new Map<string, number | null>()
  for (const goal of goals) {
    const needed = goal.after.map((id) => moments.get(id) ?? null)
    const from = needed.reduce<number | null>(
      (latest, at) => (latest === null || at === null ? null : Math.max(latest, at)),
      0,
    )
    moments.set(goal.id, from === null ? null : evaluate(goal.check, scope, from))
  }
  return goals.map((goal) => resultOf(goal, moments, scope.history))
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
