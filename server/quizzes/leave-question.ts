import { classesWhere, requireViewer } from '../access'
import { db } from '../db'
import { fail, type Result, succeed } from '../result'
import type { Viewer } from '../views/viewer'
import { pinnedQuestions } from './pinned-questions'

/**
 * Where a quiz has no way back: leaves a question for good, and all before it. Again, or for one that was left long
 * ago, changes nothing. Answers the index of the first question that may still be changed.
 */
export async function leaveQuestion(
  viewer: Viewer | null,
  request: { readonly attemptId: string; readonly questionId: string },
): Promise<Result<{ readonly reached: number }, 'submitted'>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const attempt = await db().attempt.findFirst({
    where: {
      id: request.attemptId,
      userId: asked.value.id,
      assignment: { oneWay: true, class: classesWhere(asked.value) },
    },
    select: { id: true, submittedAt: true, reached: true, questions: true },
  })
  const place = pinnedQuestions.parse(attempt?.questions ?? []).findIndex((one) => one.id === request.questionId)
  if (attempt === null || place < 0) {
    return fail('not-found')
  }
  if (attempt.submittedAt !== null) {
    return fail('submitted')
  }
  const reached = Math.max(attempt.reached, place + 1)
  await db().attempt.updateMany({
    where: { id: attempt.id, submittedAt: null, reached: { lt: reached } },
    data: { reached },
  })
  return succeed({ reached })
}
