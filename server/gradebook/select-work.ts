import { db } from '../db'

/** All that one student has handed in or begun in one assignment, and the grade it came to. */
export interface Work {
  readonly assignmentId: string
  readonly userId: string
  /** Attempts (quiz) or submissions (exercise). */
  readonly count: number
  /** The last of them. */
  readonly last: WorkPiece
  /** State of the last submission; `null` for attempts. */
  readonly lastState: 'received' | 'graded' | 'not_graded' | null
  readonly grade: StudentGrade | null
}

/** A piece of work and when it was handed in, `null` while it is open. */
export interface WorkPiece {
  readonly id: string
  readonly submittedAt: Date | null
}

export interface StudentGrade {
  readonly points: number
  readonly pointsMax: number
  /** What the grade rests on; `null` for a grade without work. */
  readonly counting: WorkPiece | null
}

interface WorkRow {
  readonly assignmentId: string
  readonly userId: string
  readonly count: number
  readonly lastId: string
  readonly lastSubmittedAt: Date | null
  readonly lastState: Work['lastState']
  readonly points: number | null
  readonly pointsMax: number | null
  readonly countingId: string | null
  readonly countingSubmittedAt: Date | null
}

/**
 * Work of a class, one row for each student and assignment that has any. Counted by the database: a class of 500 with a
 * dozen assignments has tens of thousands of attempts and submissions, of which the gradebook shows 6,000 rows.
 */
export async function selectWork(classId: string): Promise<readonly Work[]> {
  const rows = await db().$queryRaw<WorkRow[]>`
    WITH piece AS (
      SELECT t."assignment_id", t."user_id", t."ordinal", t."id", t."submitted_at", NULL::text AS "state"
      FROM "attempt" t JOIN "assignment" a ON a."id" = t."assignment_id" AND a."class_id" = ${classId}::uuid
      UNION ALL
      SELECT s."assignment_id", s."user_id", s."ordinal", s."id", s."submitted_at", s."state"::text
      FROM "submission" s JOIN "assignment" a ON a."id" = s."assignment_id" AND a."class_id" = ${classId}::uuid
    ), last AS (
      SELECT DISTINCT ON ("assignment_id", "user_id") *,
             count(*) OVER (PARTITION BY "assignment_id", "user_id")::int AS "count"
      FROM piece ORDER BY "assignment_id", "user_id", "ordinal" DESC
    )
    SELECT last."assignment_id" AS "assignmentId", last."user_id" AS "userId", last."count",
           last."id" AS "lastId", last."submitted_at" AS "lastSubmittedAt", last."state" AS "lastState",
           g."points", g."points_max" AS "pointsMax",
           piece."id" AS "countingId", piece."submitted_at" AS "countingSubmittedAt"
    FROM last
    LEFT JOIN "grade" g ON g."assignment_id" = last."assignment_id" AND g."user_id" = last."user_id"
    LEFT JOIN piece ON piece."id" = COALESCE(g."attempt_id", g."submission_id")`
  return rows.map(readRow)
}

function readRow(row: WorkRow): Work {
  const { assignmentId, userId, count, lastState, points, pointsMax } = row
  const counting = row.countingId === null ? null : { id: row.countingId, submittedAt: row.countingSubmittedAt }
  return {
    assignmentId,
    userId,
    count,
    lastState,
    last: { id: row.lastId, submittedAt: row.lastSubmittedAt },
    grade: points === null || pointsMax === null ? null : { points, pointsMax, counting },
  }
}
