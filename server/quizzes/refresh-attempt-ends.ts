import { personalRules } from '../assignment-rules'
import type { Transaction } from '../db'
import { selectAccommodations } from '../select-accommodations'
import { announceAttempt } from './attempt-channel'
import { attemptEnd } from './attempt-end'

/** Whose open attempts: of one person or (`userId` null) everybody, at one assignment or (`assignmentId` null) all. */
export interface AttemptScope {
  readonly classId: string
  readonly userId: string | null
  readonly assignmentId: string | null
}

/**
 * Computes anew when open attempts end, after dates, limits or accommodations changed in the same transaction, and
 * tells the pages on which they are taken.
 */
export async function refreshAttemptEnds(transaction: Transaction, scope: AttemptScope): Promise<void> {
  const attempts = await transaction.attempt.findMany({
    where: {
      submittedAt: null,
      ...(scope.userId === null ? {} : { userId: scope.userId }),
      assignment: { classId: scope.classId, ...(scope.assignmentId === null ? {} : { id: scope.assignmentId }) },
    },
    select: {
      id: true,
      userId: true,
      startedAt: true,
      endsAt: true,
      timeLimitMinutes: true,
      assignment: { select: { id: true, opensAt: true, dueAt: true, closesAt: true, attemptsMax: true } },
    },
  })
  for (const attempt of attempts) {
    const granted = await selectAccommodations(transaction, { classId: scope.classId, userId: attempt.userId })
    const rules = personalRules(attempt.assignment.id, attempt.assignment, granted)
    const endsAt = attemptEnd(attempt.startedAt, attempt.timeLimitMinutes, rules)
    if (endsAt?.getTime() !== attempt.endsAt?.getTime()) {
      await transaction.attempt.updateMany({ where: { id: attempt.id, submittedAt: null }, data: { endsAt } })
      await announceAttempt(transaction, attempt.id)
    }
  }
}
