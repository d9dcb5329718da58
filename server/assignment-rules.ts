import type { StoredDates } from './assignment-phase'

/** What an assignment says to everybody. */
export interface CommonRules extends StoredDates {
  readonly attemptsMax: number | null
}

/** What one person was granted. Each `null` leaves the common rule. */
export interface StoredAccommodation extends StoredDates {
  /** `null`: in every assignment of the class. */
  readonly assignmentId: string | null
  /** At least 1. */
  readonly timeFactor: number
  readonly extraMinutes: number
  readonly attemptsMax: number | null
}

/** The rules of an assignment for one person. */
export interface PersonalRules extends CommonRules {
  readonly timeFactor: number
  readonly extraMinutes: number
}

/**
 * An assignment's rules as they hold for somebody with these accommodations. What was granted for this assignment goes
 * before what was granted for the whole class, which goes before the common rule; time is never both added up.
 */
export function personalRules(
  assignmentId: string,
  common: CommonRules,
  accommodations: readonly StoredAccommodation[],
): PersonalRules {
  const own = accommodations.find((one) => one.assignmentId === assignmentId)
  const general = accommodations.find((one) => one.assignmentId === null)
  const granted = own ?? general
  return {
    opensAt: own?.opensAt ?? general?.opensAt ?? common.opensAt,
    dueAt: own?.dueAt ?? general?.dueAt ?? common.dueAt,
    closesAt: own?.closesAt ?? general?.closesAt ?? common.closesAt,
    attemptsMax: own?.attemptsMax ?? general?.attemptsMax ?? common.attemptsMax,
    timeFactor: granted?.timeFactor ?? 1,
    extraMinutes: granted?.extraMinutes ?? 0,
  }
}
