import { classesWhere, requireViewer } from '../access'
import { db } from '../db'
import { fail, type Result, succeed } from '../result'
import type { MarkedQuestion } from '../views/attempt-view'
import type { Viewer } from '../views/viewer'
import { attemptQuestions } from './attempt-questions'
import { allowsChecking } from './feedback-moment'
import { markQuestions } from './mark-questions'
import { selectResponses } from './stored-responses'

/** `not-at-once`: this assignment keeps its feedback for later. `unanswered`: there is nothing saved to check. */
export type CheckRefusal = 'submitted' | 'not-at-once' | 'unanswered'

/** Makes the saved answer to one question final and shows its feedback, where the assignment gives it at once. */
export async function checkResponse(
  viewer: Viewer | null,
  request: { readonly attemptId: string; readonly questionId: string },
): Promise<Result<MarkedQuestion, CheckRefusal>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const attempt = await db().attempt.findFirst({
    where: { id: request.attemptId, userId: asked.value.id, assignment: { class: classesWhere(asked.value) } },
    include: { assignment: true },
  })
  const questions = attempt === null ? null : await attemptQuestions(attempt)
  const question = questions?.find((one) => one.id === request.questionId)
  if (attempt === null || question === undefined) {
    return fail('not-found')
  }
  if (!allowsChecking(attempt.assignment)) {
    return fail('not-at-once')
  }
  if (attempt.submittedAt !== null) {
    return fail('submitted')
  }
  const { count } = await db().response.updateMany({
    where: { attemptId: attempt.id, questionId: question.id, checkedAt: null },
    data: { checkedAt: new Date() },
  })
  const responses = await selectResponses(db(), attempt.id)
  const saved = responses.find((response) => response.questionId === question.id)
  const [marked] = markQuestions([question], responses, attempt.assignment)
  return (count === 0 && saved?.checked !== true) || marked === undefined ? fail('unanswered') : succeed(marked)
}
