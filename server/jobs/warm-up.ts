import { getCourse, getHub } from '../course'
import { isDevelopment } from '../env'

/** Reads the course ahead of the first request: a moment where the build has packed it, otherwise seconds. */
export function warmUp(): void {
  if (!isDevelopment()) {
    getCourse()
    getHub()
  }
}
