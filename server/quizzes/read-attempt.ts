import { assertNever } from '@/engine/assert-never'
import { drawQuestions } from '@/grader/quiz/draw'
import { toStudentQuestion } from '@/grader/quiz/student-question'
import { classesWhere, isId, requireViewer, STAFF } from '../access'
import { findQuiz } from '../course'
import { db } from '../db'
import { fail, type Result, succeed } from '../result'
import type { AttemptResult, AttemptView, StaffAttemptView } from '../views/attempt-view'
import type { Viewer } from '../views/viewer'
import { markQuestions } from './mark-questions'
import { selectResponses } from './stored-responses'

/** The viewer's own attempt. While it is open, and as long as the feedback policy says so, no key is in it. */
export async function readAttempt(viewer: Viewer | null, attemptId: string): Promise<Result<AttemptView>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const where = { userId: asked.value.id, assignment: { class: classesWhere(asked.value) } }
  const row = await selectAttempt(attemptId, where)
  return row === null ? fail('not-found') : viewAttempt(row, showsFeedback(row))
}

/** Any attempt in a class whose staff the viewer belongs to, with keys once it is submitted. */
export async function readAttemptForStaff(viewer: Viewer | null, attemptId: string): Promise<Result<StaffAttemptView>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const where = { assignment: { class: classesWhere(asked.value, STAFF) } }
  const row = await selectAttempt(attemptId, where)
  if (row === null) {
    return fail('not-found')
  }
  const view = await viewAttempt(row, true)
  return view.ok ? succeed({ ...view.value, student: row.user }) : view
}

type AttemptRow = NonNullable<Awaited<ReturnType<typeof selectAttempt>>>

async function selectAttempt(
  attemptId: string,
  where: { userId?: string; assignment: { class: ReturnType<typeof classesWhere> } },
) {
  return isId(attemptId)
    ? db().attempt.findFirst({
        where: { id: attemptId, ...where },
        include: {
          user: { select: { id: true, name: true, email: true } },
          assignment: {
            select: { slug: true, dueAt: true, closesAt: true, feedbackPolicy: true },
          },
        },
      })
    : null
}

function showsFeedback(row: AttemptRow): boolean {
  return allowsFeedback(row.assignment.feedbackPolicy, row.assignment.dueAt, new Date())
}

function allowsFeedback(policy: AttemptRow['assignment']['feedbackPolicy'], dueAt: Date | null, now: Date): boolean {
  switch (policy) {
    case 'after_submission':
      return true
    case 'after_due':
      return dueAt === null || now > dueAt
    case 'never':
      return false
    default:
      return assertNever(policy)
  }
}

async function viewAttempt(row: AttemptRow, feedback: boolean): Promise<Result<AttemptView>> {
  const quiz = findQuiz(row.assignment.slug)
  if (quiz === null) {
    return fail('not-found')
  }
  const questions = drawQuestions(quiz, row.drawSeed)
  const responses = await selectResponses(db(), row.id)
  return succeed({
    id: row.id,
    assignmentId: row.assignmentId,
    quizSlug: row.assignment.slug,
    title: quiz.title,
    ordinal: row.ordinal,
    startedAt: row.startedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    closesAt: row.assignment.closesAt?.toISOString() ?? null,
    serverTime: new Date().toISOString(),
    questions: questions.map(toStudentQuestion),
    responses,
    result: attemptResult(row, () => (feedback ? markQuestions(questions, responses) : null)),
  })
}

/** The points are those stored at submission, never a fresh marking; an open attempt is not marked at all. */
function attemptResult(row: AttemptRow, mark: () => AttemptResult['questions']): AttemptResult | null {
  return row.submittedAt === null || row.points === null || row.pointsMax === null
    ? null
    : { points: row.points, pointsMax: row.pointsMax, questions: mark() }
}
