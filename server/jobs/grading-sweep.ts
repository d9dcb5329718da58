import { regradeWaitingAppeals } from '../submissions/regrade-conceded'
import { explainWaitingVerdicts } from './explain-stored'
import { gradeWaitingSubmissions } from './grade-stored'

const PERIOD_MS = 30_000

/**
 * Grades what a crash left between being stored and being graded: at once, and then every 30 seconds for what another
 * instance left. To be called once when a server process starts; it does not keep the process alive.
 */
export function startGradingSweep(): void {
  void sweep()
  setInterval(() => void sweep(), PERIOD_MS).unref()
}

/** A database that does not answer now is asked again by the next sweep. */
async function sweep(): Promise<void> {
  try {
    const count = await gradeWaitingSubmissions()
    await explainWaitingVerdicts()
    await regradeWaitingAppeals()
    if (count > 0) {
      console.log(`Graded ${count} submission(s) that had been waiting.`)
    }
  } catch (error) {
    console.error('Waiting submissions could not be graded:', error)
  }
}
