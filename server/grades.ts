import { assertNever } from '@/engine/assert-never'
import type { Transaction } from './db'
import { Prisma } from './generated/prisma/client'

/** Which of several pieces of work makes the grade. */
export type CountedWork = 'best' | 'last' | 'average' | 'first'

/** A finished attempt or a graded submission, as it counts: hints taken and lateness already taken off. */
export interface FinishedWork {
  readonly attemptId: string | null
  readonly submissionId: string | null
  readonly points: number
  readonly pointsMax: number
}

/**
 * The grade that work in its order comes to; `null` for no work. Pieces are compared by their share of their own
 * maximum. An average rests on the last piece and has its maximum.
 */
export function countWork(works: readonly FinishedWork[], counted: CountedWork): FinishedWork | null {
  const [first] = works
  const last = works.at(-1)
  if (first === undefined || last === undefined) {
    return null
  }
  switch (counted) {
    case 'first':
      return first
    case 'last':
      return last
    case 'best':
      return works.reduce((best, work) => (share(work) > share(best) ? work : best), first)
    case 'average': {
      const average = works.reduce((sum, work) => sum + share(work), 0) / works.length
      return { ...last, points: Math.min(average * last.pointsMax, last.pointsMax) }
    }
    default:
      return assertNever(counted)
  }
}

function share(work: FinishedWork): number {
  return work.pointsMax === 0 ? 0 : work.points / work.pointsMax
}

interface CountedAssignment {
  readonly id: string
  readonly countedWork: CountedWork
}

/**
 * Writes what one person's finished work in one assignment comes to. To be called in the transaction that finished a
 * piece of it; two that finish at once wait for each other, so that each counts with the other.
 */
export async function recountGrade(
  transaction: Transaction,
  assignment: CountedAssignment,
  userId: string,
): Promise<void> {
  await transaction.$executeRaw`SELECT ${gradeLock(assignment.id, userId)}`
  await countGrade(transaction, assignment, userId)
}

/** What makes two who count the same grade wait for each other, for a statement before the one that counts. */
export function gradeLock(assignmentId: string, userId: string): Prisma.Sql {
  return Prisma.sql`pg_advisory_xact_lock(hashtextextended(${`${assignmentId} ${userId}`}, 0))`
}

/** As `recountGrade`, for a transaction that has taken the `gradeLock` already. */
export async function countGrade(
  transaction: Transaction,
  assignment: CountedAssignment,
  userId: string,
): Promise<void> {
  const works = await selectFinishedWork(transaction, assignment.id, userId)
  const grade = countWork(works, assignment.countedWork)
  if (grade === null) {
    return
  }
  await transaction.$executeRaw`
    INSERT INTO "grade" ("assignment_id", "user_id", "points", "points_max", "attempt_id", "submission_id", "graded_at")
    VALUES (${assignment.id}::uuid, ${userId}::uuid, ${grade.points}, ${grade.pointsMax},
            ${grade.attemptId}::uuid, ${grade.submissionId}::uuid, now())
    ON CONFLICT ("assignment_id", "user_id") DO UPDATE
    SET "points" = excluded."points", "points_max" = excluded."points_max", "attempt_id" = excluded."attempt_id",
        "submission_id" = excluded."submission_id", "graded_at" = excluded."graded_at"
    WHERE ("grade"."points", "grade"."points_max", "grade"."attempt_id", "grade"."submission_id")
          IS DISTINCT FROM (excluded."points", excluded."points_max", excluded."attempt_id", excluded."submission_id")`
}

/** Submitted attempts, and the newest verdict of each submission, in the order in which they were begun or sent. */
async function selectFinishedWork(
  transaction: Transaction,
  assignmentId: string,
  userId: string,
): Promise<readonly FinishedWork[]> {
  return transaction.$queryRaw<FinishedWork[]>`
    SELECT "id" AS "attemptId", NULL::uuid AS "submissionId",
           "points" * "late_percent" / 100 AS "points", "points_max" AS "pointsMax", "ordinal"
    FROM "attempt"
    WHERE "assignment_id" = ${assignmentId}::uuid AND "user_id" = ${userId}::uuid AND "submitted_at" IS NOT NULL
    UNION ALL
    SELECT NULL, s."id", COALESCE(v."points_after_hints", v."points") * s."late_percent" / 100, v."points_max", s."ordinal"
    FROM "submission" s
    CROSS JOIN LATERAL (
      SELECT "points", "points_after_hints", "points_max" FROM "verdict" WHERE "submission_id" = s."id"
      ORDER BY "created_at" DESC, "id" DESC LIMIT 1
    ) v
    WHERE s."assignment_id" = ${assignmentId}::uuid AND s."user_id" = ${userId}::uuid
    ORDER BY "ordinal"`
}
