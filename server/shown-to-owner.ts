import { type CommonRules, personalRules } from './assignment-rules'
import { databaseTime } from './database-time'
import { db } from './db'
import { allowsAfterSubmission, type FeedbackPolicy } from './quizzes/feedback-moment'
import { selectAccommodations } from './select-accommodations'

/** What of the marking of work that was handed in its owner may see. */
export interface Shown {
  readonly score: boolean
  readonly keys: boolean
}

interface PolicedAssignment extends CommonRules {
  readonly id: string
  readonly classId: string
  readonly practice: boolean
  readonly scorePolicy: FeedbackPolicy
  readonly feedbackPolicy: FeedbackPolicy
}

/** What the assignment's policies let an owner see now. Keys are never shown before the score, from which they follow. */
export async function shownToOwner(assignment: PolicedAssignment, userId: string): Promise<Shown> {
  const granted = await selectAccommodations(db(), { classId: assignment.classId, userId })
  const { dueAt } = personalRules(assignment.id, assignment, granted)
  const now = await databaseTime(db())
  const score = assignment.practice || allowsAfterSubmission(assignment.scorePolicy, dueAt, now)
  return {
    score,
    keys: assignment.practice || (score && allowsAfterSubmission(assignment.feedbackPolicy, dueAt, now)),
  }
}
