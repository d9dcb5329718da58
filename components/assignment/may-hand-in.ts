import type { AssignmentView } from '@/server/views/assignment-view'

/** Why an exercise takes no submission from its student now, as a key of `exercise` messages; `null` where it does. */
export function refusalToHandIn({ phase, attemptsMax, attemptsUsed }: AssignmentView) {
  if (phase === 'upcoming') {
    return 'errorNotOpen'
  }
  if (phase === 'closed') {
    return 'errorClosed'
  }
  return attemptsMax !== null && attemptsUsed >= attemptsMax ? 'errorAttempts' : null
}

/** Whether its student may still send something: the only time at which a hint is of use. */
export function mayHandIn(assignment: AssignmentView): boolean {
  return refusalToHandIn(assignment) === null
}
