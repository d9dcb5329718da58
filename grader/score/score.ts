import type { Exercise, Goal } from '../exercise'
import { isRightAnswer } from '../question/mark-answer'
import type { AnswerResult, GoalResult, Message } from '../verdict'
import { believedPart } from './believed-part'
import { bindingsOf } from './bindings'
import { evaluate } from './evaluate'
import type { Bindings, History, Scope } from './history'
import { unfold } from './unfold'

/** Answers to the questions inside an exercise: question id → what was typed or chosen. */
export type Answers = Readonly<Record<string, string>>

/** What a replay earns, and which of the answers that were given are right. */
export interface SessionScore {
  readonly goals: readonly GoalResult[]
  /** In the order of the questions; none where nothing was answered, or there is no session to hold it against. */
  readonly answers: readonly AnswerResult[]
}

/**
 * Scores the goals of an exercise over a replay. Variables of the patterns are bound to the objects that give the
 * most points (the likeliest and earliest ones among equals), so that harmless extra containers never cost anything.
 */
export function scoreSession(exercise: Exercise, replayed: History, answers: Answers = {}): SessionScore {
  const history = unfold(replayed)
  const keys = exercise.questions.flatMap((question) => ('key' in question && question.key ? [question.key] : []))
  const given = (id: string) => (Object.hasOwn(answers, id) ? (answers[id] ?? '') : '')
  const isRight: Scope['isRight'] = (id, bindings) => {
    const question = exercise.questions.find((each) => each.id === id)
    return question !== undefined && given(id).trim() !== '' && isRightAnswer(question, given(id), history, bindings)
  }
  const believed = believedPart(history)
  const max = exercise.goals.reduce((total, goal) => total + goal.points, 0)
  let best: { readonly results: readonly GoalResult[]; readonly bindings: Bindings } | null = null
  for (const bindings of bindingsOf(exercise.goals, history, keys)) {
    const results = scoreWith(exercise.goals, { history: believed, bindings, isRight })
    if (best === null || sum(results) > sum(best.results)) best = { results, bindings }
    if (sum(best.results) >= max) break
  }
  const bound = best?.bindings ?? {}
  const answered = history.length === 0 ? [] : exercise.questions.filter(({ id }) => given(id).trim() !== '')
  return {
    goals: best?.results ?? [],
    answers: answered.map(({ id }) => ({ question: id, right: isRight(id, bound) })),
  }
}

/** The goals alone. */
export function scoreGoals(exercise: Exercise, replayed: History, answers: Answers = {}): readonly GoalResult[] {
  return scoreSession(exercise, replayed, answers).goals
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
