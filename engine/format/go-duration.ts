const NANOSECOND = 1
const MICROSECOND = 1e3
const MILLISECOND = 1e6
const SECOND = 1e9
const MINUTE = 60

/** Nanoseconds as Go prints a duration: `1m30s`, `1.5s`, `250ms`, `0s`. */
export function formatGoDuration(nanoseconds: number): string {
  if (nanoseconds === 0) return '0s'
  if (nanoseconds < MICROSECOND) return `${nanoseconds / NANOSECOND}ns`
  if (nanoseconds < MILLISECOND) return `${nanoseconds / MICROSECOND}µs`
  if (nanoseconds < SECOND) return `${nanoseconds / MILLISECOND}ms`
  const whole = Math.floor(nanoseconds / SECOND)
  const seconds = (whole % MINUTE) + (nanoseconds % SECOND) / SECOND
  const minutes = Math.floor(whole / MINUTE) % MINUTE
  const hours = Math.floor(whole / MINUTE / MINUTE)
  return `${hours > 0 ? `${hours}h` : ''}${whole >= MINUTE ? `${minutes}m` : ''}${seconds}s`
}
