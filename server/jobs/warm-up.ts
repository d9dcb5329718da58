import { getCourse, getHub } from '../course'
import { isDevelopment } from '../env'
import { gradingPool } from './shared-grading-pool'
import { warmWorkers } from './warm-workers'

/**
 * Reads the course ahead of the first request (a moment where the build has packed it, otherwise seconds), then has the
 * grader's workers started and used.
 */
export function warmUp(): void {
  if (!isDevelopment()) {
    const { exercises } = getCourse()
    getHub()
    void warmWorkers(gradingPool(), exercises)
  }
}
