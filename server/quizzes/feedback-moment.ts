import { assertNever } from '@/engine/assert-never'

/** When the owner of an attempt may see something of its marking. */
export type FeedbackPolicy = 'at_once' | 'after_submission' | 'after_due' | 'never'

/** Whether it may be seen of an attempt that is handed in. */
export function allowsAfterSubmission(policy: FeedbackPolicy, dueAt: Date | null, now: Date): boolean {
  switch (policy) {
    case 'at_once':
    case 'after_submission':
      return true
    case 'after_due':
      return dueAt === null || now > dueAt
    case 'never':
      return false
    default:
      return assertNever(policy)
  }
}

/** Whether a question may be checked while the attempt is open: only where both score and key are shown at once. */
export function allowsChecking(assignment: {
  readonly practice: boolean
  readonly feedbackPolicy: FeedbackPolicy
  readonly scorePolicy: FeedbackPolicy
}): boolean {
  return assignment.practice || (assignment.feedbackPolicy === 'at_once' && assignment.scorePolicy === 'at_once')
}
