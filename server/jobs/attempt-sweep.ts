import { db } from '../db'
import { pinOlderAttempts } from '../quizzes/attempt-questions'
import { closeAttempt } from '../quizzes/submit-attempt'

const PERIOD_MS = 5_000

/**
 * Hands in, every five seconds, the attempts whose time and grace are over and whose owners are gone. To be called once
 * when a server process starts; it does not keep the process alive. Several instances may do it at once.
 */
export function startAttemptSweep(): void {
  void pinOlderAttempts()
    .catch((error: unknown) => console.error('Older attempts could not be given their questions:', error))
    .finally(() => setTimeout(sweepAgain, 0))
}

async function sweepAgain(): Promise<void> {
  try {
    await submitExpiredAttempts()
  } catch (error) {
    // A database that does not answer now is asked again by the next sweep.
    console.error('Attempts whose time is over could not be handed in:', error)
  }
  setTimeout(sweepAgain, PERIOD_MS).unref()
}

/** Hands in every attempt whose time and grace are over, with what was saved; answers how many. */
export async function submitExpiredAttempts(): Promise<number> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT t."id" FROM "attempt" t JOIN "assignment" a ON a."id" = t."assignment_id"
    WHERE t."submitted_at" IS NULL AND t."ends_at" IS NOT NULL
      AND clock_timestamp() > t."ends_at" + make_interval(secs => a."grace_seconds")
    ORDER BY t."ends_at"`
  for (const { id } of rows) {
    await closeAttempt(id, 'server')
  }
  return rows.length
}
