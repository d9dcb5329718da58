import type { AttemptClock } from '@/server/views/attempt-view'

type Told = Pick<AttemptClock, 'endsAt' | 'serverTime'>

/** Counts down to an attempt's end by the server's clock. */
export interface Countdown {
  /** Takes what the server said last; an older word than the one known is left aside. */
  readonly tell: (clock: Told) => void
  readonly endsAt: () => string | null
  /** Milliseconds left, never below 0; `null` without an end. */
  readonly remainingMs: () => number | null
}

/**
 * @param elapsedMs a clock that only goes forward (`performance.now`): whoever sets the computer's clock back gains
 * nothing, and a wrong one costs nothing.
 */
export function createCountdown(initial: Told, elapsedMs: () => number): Countdown {
  let told = initial
  let toldAt = elapsedMs()
  return {
    tell: (clock) => {
      if (clock.serverTime >= told.serverTime) {
        told = clock
        toldAt = elapsedMs()
      }
    },
    endsAt: () => told.endsAt,
    remainingMs: () => {
      if (told.endsAt === null) {
        return null
      }
      const now = Date.parse(told.serverTime) + elapsedMs() - toldAt
      return Math.max(Date.parse(told.endsAt) - now, 0)
    },
  }
}

const SECOND_MS = 1_000

/** `1:05:09`, `5:09`, `0:09`: rounded up, so that 0:00 is the end itself. */
export function formatRemaining(remainingMs: number): string {
  const seconds = Math.ceil(remainingMs / SECOND_MS)
  const [hours, minutes, rest] = [Math.floor(seconds / 3_600), Math.floor(seconds / 60) % 60, seconds % 60]
  const tail = `${hours > 0 ? String(minutes).padStart(2, '0') : String(minutes)}:${String(rest).padStart(2, '0')}`
  return hours > 0 ? `${String(hours)}:${tail}` : tail
}
