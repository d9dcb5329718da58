import { fromDate, parseDateTime, toCalendarDateTime, toZoned } from '@internationalized/date'

/** A moment as a form's `datetime-local` field writes it in a time zone, to the minute; empty for none. */
export function formatLocal(iso: string | null, timeZone: string): string {
  return iso === null
    ? ''
    : toCalendarDateTime(fromDate(new Date(iso), timeZone))
        .set({ second: 0, millisecond: 0 })
        .toString()
        .slice(0, 16)
}

/**
 * The moment that such a field means; `null` for an empty one, `undefined` for what is no date. An hour that the change
 * to summer time skips is the one after it; one that comes twice is the first.
 */
export function parseLocal(text: string, timeZone: string): Date | null | undefined {
  if (text === '') {
    return null
  }
  try {
    return toZoned(parseDateTime(text), timeZone).toDate()
  } catch {
    return undefined
  }
}
