import type { PersonalRules } from '../assignment-rules'

const MINUTE_MS = 60_000

/**
 * When an attempt ends, `null` for never. Extra time lengthens the time limit and moves the closing date by as much, so
 * that starting late costs nobody their extra time; without a time limit the extra minutes move the closing date alone.
 */
export function attemptEnd(startedAt: Date, timeLimitMinutes: number | null, rules: PersonalRules): Date | null {
  const limit = timeLimitMinutes === null ? null : timeLimitMinutes * rules.timeFactor + rules.extraMinutes
  const extra = timeLimitMinutes === null || limit === null ? rules.extraMinutes : limit - timeLimitMinutes
  const ends = [
    ...(limit === null ? [] : [startedAt.getTime() + limit * MINUTE_MS]),
    ...(rules.closesAt === null ? [] : [rules.closesAt.getTime() + extra * MINUTE_MS]),
  ]
  return ends.length === 0 ? null : new Date(Math.min(...ends))
}
