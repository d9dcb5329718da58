import { toStudentQuestion } from '@/grader/quiz/student-question'
import { classesWhere, isId, requireViewer, STAFF } from '../access'
import { findQuiz } from '../course'
import { databaseTime } from '../database-time'
import { db } from '../db'
import { fail, type Result, succeed } from '../result'
import { type Shown, shownToOwner } from '../shown-to-owner'
import type { AttemptResult, AttemptView, MarkedQuestion, StaffAttemptView } from '../views/attempt-view'
import type { Viewer } from '../views/viewer'
import { attemptQuestions } from './attempt-questions'
import { allowsChecking } from './feedback-moment'
import { markQuestions } from './mark-questions'
import { attemptReceipt } from './receipt'
import { sealingKey } from './sealed-responses'
import { selectResponses } from './stored-responses'

/** The viewer's own attempt. While it is open, and as long as the policies say so, no key and no score is in it. */
export async function readAttempt(viewer: Viewer | null, attemptId: string): Promise<Result<AttemptView>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const where = { userId: asked.value.id, assignment: { class: classesWhere(asked.value) } }
  const row = await selectAttempt(attemptId, where)
  return row === null ? fail('not-found') : viewAttempt(row, await shownToOwner(row.assignment, row.userId))
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
  const view = await viewAttempt(row, { score: true, keys: true })
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
        include: { user: { select: { id: true, name: true, email: true } }, assignment: true },
      })
    : null
}

async function viewAttempt(row: AttemptRow, shown: Shown): Promise<Result<AttemptView>> {
  const { assignment } = row
  const questions = await attemptQuestions(row)
  if (questions === null) {
    return fail('not-found')
  }
  const responses = await selectResponses(db(), row.id)
  const checked = new Set(responses.filter((response) => response.checked).map(({ questionId }) => questionId))
  const mark = (asked: typeof questions) => markQuestions(asked, responses, assignment)
  return succeed({
    id: row.id,
    assignmentId: row.assignmentId,
    quizSlug: assignment.slug,
    title: findQuiz(assignment.slug)?.title ?? { fr: assignment.slug, en: assignment.slug },
    ordinal: row.ordinal,
    startedAt: row.startedAt.toISOString(),
    submittedAt: row.submittedAt?.toISOString() ?? null,
    submittedByServer: row.submittedBy === 'server',
    endsAt: row.endsAt?.toISOString() ?? null,
    serverTime: (await databaseTime(db())).toISOString(),
    sealingKey: sealingKey(),
    questions: questions.map(toStudentQuestion),
    responses,
    rules: {
      checkAtOnce: allowsChecking(assignment),
      oneWay: assignment.oneWay,
      certainty: assignment.certainty,
      practice: assignment.practice,
    },
    reached: row.reached,
    checked: row.submittedAt === null ? mark(questions.filter((question) => checked.has(question.id))) : [],
    result: attemptResult(row, shown, () => mark(questions)),
    receipt: row.submittedAt === null ? null : attemptReceipt(row.id, row.submittedAt, responses),
  })
}

/** The points are those stored at submission, never a fresh marking; an open attempt is not marked at all. */
function attemptResult(row: AttemptRow, shown: Shown, mark: () => readonly MarkedQuestion[]): AttemptResult | null {
  const { submittedAt, points, pointsMax, latePercent } = row
  if (submittedAt === null || points === null || pointsMax === null) {
    return null
  }
  return { score: shown.score ? { points, pointsMax, latePercent } : null, questions: shown.keys ? mark() : null }
}
