import { drawQuestions } from '@/grader/quiz/draw'
import { classesWhere, isId, requireViewer } from '../access'
import { findQuiz } from '../course'
import { db, type Transaction } from '../db'
import { keepBestGrade } from '../grades'
import { fail, type Result, succeed } from '../result'
import type { Viewer } from '../views/viewer'
import { markQuestions, totalPoints } from './mark-questions'
import { selectResponses } from './stored-responses'

/**
 * Hands in the viewer's own attempt with what was saved, marks it and keeps the best grade. Again: nothing more
 * happens and the answer is the same. Allowed after closing, because nothing can be saved any more by then.
 */
export async function submitAttempt(
  viewer: Viewer | null,
  attemptId: string,
): Promise<Result<{ readonly attemptId: string }>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  if (!isId(attemptId)) {
    return fail('not-found')
  }
  const attempt = await db().attempt.findFirst({
    where: {
      id: attemptId,
      userId: asked.value.id,
      assignment: { class: classesWhere(asked.value) },
    },
    include: { assignment: { select: { slug: true } } },
  })
  const quiz = attempt === null ? null : findQuiz(attempt.assignment.slug)
  if (attempt === null || quiz === null) {
    return fail('not-found')
  }
  const questions = drawQuestions(quiz, attempt.drawSeed)
  await db().$transaction(async (transaction) => {
    if (!(await lockOpenAttempt(transaction, attemptId))) {
      return
    }
    const responses = await selectResponses(transaction, attemptId)
    const total = totalPoints(markQuestions(questions, responses))
    await transaction.attempt.update({
      where: { id: attemptId },
      data: { submittedAt: new Date(), ...total },
    })
    await keepBestGrade(transaction, {
      assignmentId: attempt.assignmentId,
      userId: attempt.userId,
      ...total,
      attemptId,
      submissionId: null,
    })
  })
  return succeed({ attemptId })
}

/** Takes the row for itself, after every save that was under way; `false` when it is submitted already. */
async function lockOpenAttempt(transaction: Transaction, attemptId: string): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM "attempt" WHERE "id" = ${attemptId}::uuid AND "submitted_at" IS NULL FOR UPDATE`
  return rows.length === 1
}
