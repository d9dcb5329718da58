const SECONDS_A_MINUTE = 60
const SECONDS_AN_HOUR = 3600
const HOURS_A_DAY = 24

/**
 * An age in Docker's words, as CREATED and STATUS show it (go-units `HumanDuration`). `durationMs` may be negative
 * (a clock moved back), which reads like no time at all.
 */
export function formatHumanDuration(durationMs: number): string {
  const seconds = Math.trunc(durationMs / 1000)
  if (seconds < 1) return 'Less than a second'
  if (seconds === 1) return '1 second'
  if (seconds < SECONDS_A_MINUTE) return `${seconds} seconds`
  const minutes = Math.trunc(seconds / SECONDS_A_MINUTE)
  if (minutes === 1) return 'About a minute'
  if (minutes < 60) return `${minutes} minutes`
  return formatHours(durationMs / 1000 / SECONDS_AN_HOUR)
}

/** Hours are rounded to the nearest before days, weeks and months are cut off them; years are cut off the exact hours. */
function formatHours(exactHours: number): string {
  const hours = Math.trunc(exactHours + 0.5)
  if (hours === 1) return 'About an hour'
  if (hours < 2 * HOURS_A_DAY) return `${hours} hours`
  if (hours < 14 * HOURS_A_DAY) return `${Math.trunc(hours / HOURS_A_DAY)} days`
  if (hours < 60 * HOURS_A_DAY) return `${Math.trunc(hours / HOURS_A_DAY / 7)} weeks`
  if (hours < 730 * HOURS_A_DAY) return `${Math.trunc(hours / HOURS_A_DAY / 30)} months`
  return `${Math.trunc(Math.trunc(exactHours) / HOURS_A_DAY / 365)} years`
}
