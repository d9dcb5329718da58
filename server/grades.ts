import type { Transaction } from './db'

/** Finished work that may become the grade: exactly one of attempt and submission. */
export interface GradedWork {
  readonly assignmentId: string
  readonly userId: string
  readonly points: number
  readonly pointsMax: number
  readonly attemptId: string | null
  readonly submissionId: string | null
}

/**
 * Keeps the best: writes the grade unless the one that is there is at least as good. One statement, so that two
 * results that come in at once cannot overwrite the better with the worse.
 */
export async function keepBestGrade(transaction: Transaction, work: GradedWork): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "grade" ("assignment_id", "user_id", "points", "points_max", "attempt_id", "submission_id", "graded_at")
    VALUES (${work.assignmentId}::uuid, ${work.userId}::uuid, ${work.points}, ${work.pointsMax},
            ${work.attemptId}::uuid, ${work.submissionId}::uuid, now())
    ON CONFLICT ("assignment_id", "user_id") DO UPDATE
    SET "points" = excluded."points", "points_max" = excluded."points_max", "attempt_id" = excluded."attempt_id",
        "submission_id" = excluded."submission_id", "graded_at" = excluded."graded_at"
    WHERE excluded."points" * "grade"."points_max" > "grade"."points" * excluded."points_max"`
}
