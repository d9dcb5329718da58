import type { Verdict } from '@/grader/verdict'
import { findExercise } from '../course'
import type { Transaction } from '../db'
import { pointsAfterTakenHints } from '../submissions/hint-costs'
import { concededKey, exerciseSlug, type StoredSubmission } from './stored-submission'

/**
 * Stores a verdict as the newest one of its submission. The document goes in as the very text it serialises to, so that
 * a verdict computed again can be compared byte for byte; one that is there already only becomes the newest again.
 */
export async function insertVerdict(transaction: Transaction, row: StoredSubmission, verdict: Verdict): Promise<void> {
  const { engine, grader, exercise } = verdict.versions
  const afterHints = await pointsOf(transaction, row, verdict)
  await transaction.$executeRaw`
    INSERT INTO "verdict" ("id", "submission_id", "engine_version", "grader_version", "exercise_version", "conceded",
                           "points", "points_max", "points_after_hints", "result")
    VALUES (gen_random_uuid(), ${row.id}::uuid, ${engine}, ${grader}, ${exercise}, ${concededKey(row)},
            ${verdict.score}, ${verdict.max}, ${afterHints}, ${JSON.stringify(verdict)}::json)
    ON CONFLICT ("submission_id", "engine_version", "grader_version", "exercise_version", "conceded")
    DO UPDATE SET "created_at" = now()`
}

/** What a verdict counts for, the hints that were taken before its submission paid; in practice they cost nothing. */
export async function pointsOf(transaction: Transaction, row: StoredSubmission, verdict: Verdict): Promise<number> {
  const { assignmentId, userId, submittedAt } = row
  const exercise = findExercise(exerciseSlug(row))
  return exercise === null || assignmentId === null
    ? verdict.score
    : pointsAfterTakenHints(transaction, exercise, { assignmentId, userId, submittedAt }, verdict)
}
