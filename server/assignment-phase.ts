import type { AssignmentDates, AssignmentPhase } from './views/assignment-view'

/** An assignment's dates as the database holds them. */
export interface StoredDates {
  readonly opensAt: Date | null
  readonly dueAt: Date | null
  readonly closesAt: Date | null
}

/** Where an assignment stands at `now`. Opening is inclusive; a due or closing date still belongs to the time before it. */
export function assignmentPhase(dates: StoredDates, now: Date): AssignmentPhase {
  if (dates.opensAt !== null && now < dates.opensAt) {
    return 'upcoming'
  }
  if (dates.closesAt !== null && now > dates.closesAt) {
    return 'closed'
  }
  return isLate(dates, now) ? 'late' : 'open'
}

export function isLate(dates: StoredDates, at: Date): boolean {
  return dates.dueAt !== null && at > dates.dueAt
}

export function viewDates(dates: StoredDates): AssignmentDates {
  return {
    opensAt: dates.opensAt?.toISOString() ?? null,
    dueAt: dates.dueAt?.toISOString() ?? null,
    closesAt: dates.closesAt?.toISOString() ?? null,
  }
}
