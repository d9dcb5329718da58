import { getCourse, getHub } from '../course'

/** After the server has begun to answer: whoever started it waits for that. */
const DELAY_MS = 1_000

/** Reads the course ahead of the first student, who would otherwise wait for it, and everybody else behind them. */
export function warmUp(): void {
  setTimeout(() => {
    getCourse()
    getHub()
  }, DELAY_MS).unref()
}
