import { drawExercise } from '@/grader/draw-exercise'
import type { Goal } from '@/grader/exercise'
import { roundedPoints } from '@/grader/points'
import { readAssignment } from '../assignments'
import { findExercise } from '../course'
import { databaseTime } from '../database-time'
import { db } from '../db'
import type { TakeHintRequest } from '../requests'
import { fail, type Result, succeed } from '../result'
import type { AssignmentView } from '../views/assignment-view'
import type { GoalHints } from '../views/hint-view'
import type { Viewer } from '../views/viewer'
import { exerciseDrawSeed } from './draw-seed'

export type HintRefusal = 'not-open' | 'closed' | 'in-order'

/** The hints of an exercise with the texts of those the viewer took. */
export async function readHints(viewer: Viewer | null, assignmentId: string): Promise<Result<readonly GoalHints[]>> {
  const opened = await openExercise(viewer, assignmentId)
  if (!opened.ok) {
    return opened
  }
  const { asked, assignment, goals } = opened.value
  // Before it opens, even the number of hints is nobody's business.
  if (assignment.phase === 'upcoming') {
    return succeed([])
  }
  const taken = await selectTaken(assignmentId, asked.id)
  return succeed(goals.filter(({ hints }) => hints.length > 0).map((goal) => viewGoalHints(goal, taken)))
}

/** Takes the next hint of a goal, at its price for all that is sent from now on. One taken again costs nothing. */
export async function takeHint(
  viewer: Viewer | null,
  request: TakeHintRequest,
): Promise<Result<GoalHints, HintRefusal>> {
  const { assignmentId, goal: goalId, kind } = request
  const opened = await openExercise(viewer, assignmentId)
  if (!opened.ok) {
    return opened
  }
  const { asked, assignment, goals } = opened.value
  const goal = goals.find(({ id }) => id === goalId)
  const place = goal?.hints.findIndex((hint) => hint.kind === kind) ?? -1
  if (goal === undefined || place < 0) {
    return fail('not-found')
  }
  if (assignment.phase === 'upcoming' || assignment.phase === 'closed') {
    return fail(assignment.phase === 'closed' ? 'closed' : 'not-open')
  }
  const taken = await selectTaken(assignmentId, asked.id)
  if (goal.hints.slice(0, place).some((hint) => !taken.has(keyOf(goalId, hint.kind)))) {
    return fail('in-order')
  }
  const takenAt = await databaseTime(db())
  const row = { assignmentId, userId: asked.id, goal: goalId, kind, takenAt }
  await db().hintTaken.createMany({ data: [row], skipDuplicates: true })
  return succeed(viewGoalHints(goal, new Set([...taken, keyOf(goalId, kind)])))
}

interface OpenedExercise {
  readonly asked: Viewer
  readonly assignment: AssignmentView
  /** As drawn for the viewer. */
  readonly goals: readonly Goal[]
}

async function openExercise(viewer: Viewer | null, assignmentId: string): Promise<Result<OpenedExercise>> {
  if (viewer === null) {
    return fail('signed-out')
  }
  const read = await readAssignment(viewer, assignmentId)
  if (!read.ok) {
    return read
  }
  const exercise = read.value.kind === 'exercise' ? findExercise(read.value.slug) : null
  if (exercise === null) {
    return fail('not-found')
  }
  const { goals } = drawExercise(exercise, exerciseDrawSeed(assignmentId, viewer.id))
  return succeed({ asked: viewer, assignment: read.value, goals })
}

async function selectTaken(assignmentId: string, userId: string): Promise<ReadonlySet<string>> {
  const rows = await db().hintTaken.findMany({ where: { assignmentId, userId }, select: { goal: true, kind: true } })
  return new Set(rows.map(({ goal, kind }) => keyOf(goal, kind)))
}

function keyOf(goal: string, kind: string): string {
  return `${goal} ${kind}`
}

function viewGoalHints({ id, points, hints }: Goal, taken: ReadonlySet<string>): GoalHints {
  return {
    goal: id,
    hints: hints.map(({ kind, cost, text }) => ({
      kind,
      cost: roundedPoints(cost * points),
      text: taken.has(keyOf(id, kind)) ? text : null,
    })),
  }
}
