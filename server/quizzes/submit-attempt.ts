import { z } from 'zod'
import { responseSchema } from '@/course/quiz/response-schema'
import type { Assignment } from '@/server/generated/prisma/client'
import { classesWhere, isId, requireViewer } from '../access'
import { personalRules } from '../assignment-rules'
import { db, type Transaction } from '../db'
import { countGrade, gradeLock } from '../grades'
import { latePercent, lateTimeline } from '../late-work'
import { fail, type Result, succeed } from '../result'
import { selectAccommodations } from '../select-accommodations'
import type { Viewer } from '../views/viewer'
import { attemptNotice } from './attempt-channel'
import { attemptQuestions } from './attempt-questions'
import { markQuestions, totalPoints } from './mark-questions'
import { certainty } from './stored-responses'

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
  const attempt = await db().attempt.findFirst({ where, select: CLOSING })
  if (attempt === null) {
    return fail('not-found')
  }
  await close(attempt, 'owner')
  return succeed({ attemptId })
}

/**
 * Marks an open attempt and makes it final; one that is final already stays as it is. Its moment is the end of the
 * attempt where that has passed: what the network or the server took longer is nobody's lateness.
 */
export async function closeAttempt(attemptId: string, submittedBy: 'owner' | 'server'): Promise<void> {
  await close(await db().attempt.findUniqueOrThrow({ where: { id: attemptId }, select: CLOSING }), submittedBy)
}

/** What of an attempt never changes, but for its being handed in. */
const CLOSING = { id: true, drawSeed: true, shuffleOptions: true, questions: true, submittedAt: true } as const

interface ClosingAttempt {
  readonly id: string
  readonly drawSeed: number
  readonly shuffleOptions: boolean
  readonly questions: unknown
  readonly submittedAt: Date | null
}

async function close(attempt: ClosingAttempt, submittedBy: 'owner' | 'server'): Promise<void> {
  // Before the transaction, because they never change: inside it they would take a second connection, and when as many
  // hand in at once as there are connections, each would wait for another's.
  const questions = attempt.submittedAt === null ? await attemptQuestions(attempt) : null
  if (questions === null) {
    return
  }
  await db().$transaction(async (transaction) => {
    const open = await lockOpenAttempt(transaction, attempt.id)
    if (open === null) {
      return
    }
    const { now, responses, ...assignment } = await selectWork(transaction, attempt.id)
    const { points, pointsMax } = totalPoints(markQuestions(questions, answers.parse(responses), assignment))
    const granted = await selectAccommodations(transaction, { classId: assignment.classId, userId: open.userId })
    const { dueAt } = personalRules(assignment.id, assignment, granted)
    const submittedAt = handedInAt(open, now)
    const late = latePercent(lateTimeline.parse(assignment.lateTimeline), dueAt, submittedAt)
    await transaction.$executeRaw`
      WITH "closed" AS (
        UPDATE "attempt" SET "submitted_at" = ${submittedAt}, "submitted_by" = ${submittedBy}::"submitted_by",
               "late_percent" = ${late}, "points" = ${points}, "points_max" = ${pointsMax}
        WHERE "id" = ${attempt.id}::uuid
        RETURNING "id"
      )
      SELECT ${attemptNotice(attempt.id)}, ${gradeLock(assignment.id, open.userId)} FROM "closed"`
    if (!assignment.practice) {
      await countGrade(transaction, assignment, open.userId)
    }
  })
}

function handedInAt(attempt: { readonly startedAt: Date; readonly endsAt: Date | null }, now: Date): Date {
  const end = attempt.endsAt !== null && attempt.endsAt < now ? attempt.endsAt : now
  return end < attempt.startedAt ? attempt.startedAt : end
}

interface OpenAttempt {
  readonly assignmentId: string
  readonly userId: string
  readonly startedAt: Date
  readonly endsAt: Date | null
}

/** Takes the row for itself, after every save that was under way; `null` when it is submitted already. */
async function lockOpenAttempt(transaction: Transaction, attemptId: string): Promise<OpenAttempt | null> {
  const [row] = await transaction.$queryRaw<OpenAttempt[]>`
    SELECT "assignment_id" AS "assignmentId", "user_id" AS "userId", "started_at" AS "startedAt", "ends_at" AS "endsAt"
    FROM "attempt" WHERE "id" = ${attemptId}::uuid AND "submitted_at" IS NULL FOR UPDATE`
  return row ?? null
}

/** What marking needs, in one statement after the one that locks, so that it sees every save that was acknowledged. */
type Work = Pick<
  Assignment,
  | 'id'
  | 'classId'
  | 'opensAt'
  | 'dueAt'
  | 'closesAt'
  | 'attemptsMax'
  | 'practice'
  | 'countedWork'
  | 'lateTimeline'
  | 'partialCredit'
  | 'certainty'
> & { readonly now: Date; readonly responses: unknown }

const answers = z.array(z.object({ questionId: z.string(), answer: responseSchema, certainty }))

async function selectWork(transaction: Transaction, attemptId: string): Promise<Work> {
  const [row] = await transaction.$queryRaw<Work[]>`
    SELECT clock_timestamp() AS "now", a."id", a."class_id" AS "classId", a."opens_at" AS "opensAt",
           a."due_at" AS "dueAt", a."closes_at" AS "closesAt", a."attempts_max" AS "attemptsMax", a."practice",
           a."counted_work" AS "countedWork", a."late_timeline" AS "lateTimeline",
           a."partial_credit" AS "partialCredit", a."certainty",
           (SELECT COALESCE(json_agg(json_build_object(
              'questionId', r."question_id", 'answer', r."answer", 'certainty', r."certainty")), '[]'::json)
            FROM "response" r WHERE r."attempt_id" = t."id") AS "responses"
    FROM "attempt" t JOIN "assignment" a ON a."id" = t."assignment_id"
    WHERE t."id" = ${attemptId}::uuid`
  if (row === undefined) {
    throw new Error(`The attempt ${attemptId} is gone, although it is locked.`)
  }
  return row
}
