import type { Exercise } from '@/grader/exercise'
import type { GradingPool } from './grading-pool'

/** Sessions of so many exercises: after them a worker is about as fast as it gets. */
const EXERCISES = 12

/**
 * Lets every worker score a few sessions ahead of the first student's: one that has just started takes some ten times
 * as long. Never more of these jobs wait at a time than there are workers, so that nobody's session waits long for them.
 */
export async function warmWorkers(pool: GradingPool, exercises: readonly Exercise[]): Promise<void> {
  for (const exercise of exercises.slice(0, EXERCISES)) {
    const outcome = await pool.run({ kind: 'rehearse', exercise })
    if (outcome.kind === 'closed') return
    if (outcome.kind !== 'rehearsal') continue
    const { submission } = outcome
    await Promise.all(Array.from({ length: pool.size }, () => pool.run({ kind: 'grade', exercise, submission })))
  }
}
