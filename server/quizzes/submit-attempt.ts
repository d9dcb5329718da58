import { classesWhere, isId, requireViewer } from '../access'
import { personalRules } from '../assignment-rules'
import { databaseTime } from '../database-time'
import { db, type Transaction } from '../db'
import { recountGrade } from '../grades'
import { latePercent, lateTimeline } from '../late-work'
import { fail, type Result, succeed } from '../result'
import { selectAccommodations } from '../select-accommodations'
import type { Viewer } from '../views/viewer'
import { announceAttempt } from './attempt-channel'
import { attemptQuestions } from './attempt-questions'
import { markQuestions, totalPoints } from './mark-questions'
import { selectResponses } from './stored-responses'

/**
 * Hands in the viewer's own attempt with what was saved, marks it and counts the grade. Again: nothing more happens and
 * the answer is the same. Allowed after the end, because nothing can be saved any more by then.
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
  const where = { id: attemptId, userId: asked.value.id, assignment: { class: classesWhere(asked.value) } }
  if ((await db().attempt.count({ where })) === 0) {
    return fail('not-found')
  }
  await closeAttempt(attemptId, 'owner')
  return succeed({ attemptId })
}

/**
 * Marks an open attempt and makes it final; one that is final already stays as it is. Its moment is the end of the
 * attempt where that has passed: what the network or the server took longer is nobody's lateness.
 */
export async function closeAttempt(attemptId: string, submittedBy: 'owner' | 'server'): Promise<void> {
  // Before the transaction, because they never change: inside it they would take a second connection, and when as many
  // hand in at once as there are connections, each would wait for another's.
  const questions = await attemptQuestions(await db().attempt.findUniqueOrThrow({ where: { id: attemptId } }))
  if (questions === null) {
    return
  }
  await db().$transaction(async (transaction) => {
    if (!(await lockOpenAttempt(transaction, attemptId))) {
      return
    }
    const attempt = await transaction.attempt.findUniqueOrThrow({
      where: { id: attemptId },
      include: { assignment: true },
    })
    const { assignment } = attempt
    const responses = await selectResponses(transaction, attemptId)
    const total = totalPoints(markQuestions(questions, responses, assignment))
    const granted = await selectAccommodations(transaction, { classId: assignment.classId, userId: attempt.userId })
    const { dueAt } = personalRules(assignment.id, assignment, granted)
    const now = await databaseTime(transaction)
    const submittedAt = handedInAt(attempt, now)
    await transaction.attempt.update({
      where: { id: attemptId },
      data: {
        submittedAt,
        submittedBy,
        latePercent: latePercent(lateTimeline.parse(assignment.lateTimeline), dueAt, submittedAt),
        ...total,
      },
    })
    if (!assignment.practice) {
      await recountGrade(transaction, assignment, attempt.userId)
    }
    await announceAttempt(transaction, attemptId)
  })
}

function handedInAt(attempt: { readonly startedAt: Date; readonly endsAt: Date | null }, now: Date): Date {
  const end = attempt.endsAt !== null && attempt.endsAt < now ? attempt.endsAt : now
  return end < attempt.startedAt ? attempt.startedAt : end
}

/** Takes the row for itself, after every save that was under way; `false` when it is submitted already. */
async function lockOpenAttempt(transaction: Transaction, attemptId: string): Promise<boolean> {
  const rows = await transaction.$queryRaw<unknown[]>`
    SELECT 1 FROM "attempt" WHERE "id" = ${attemptId}::uuid AND "submitted_at" IS NULL FOR UPDATE`
  return rows.length === 1
}
