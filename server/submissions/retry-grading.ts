import { isId, requireViewer } from '../access'
import { db } from '../db'
import { gradeStoredSubmission } from '../jobs/grade-stored'
import { fail, type Result, succeed } from '../result'
import type { SubmissionReceipt } from '../views/submission-view'
import type { Viewer } from '../views/viewer'
import { viewReceipt } from './view-submission'
import { visibleSubmissions } from './visible-submissions'

/** Grades again what the grader did not finish. The owner and the class's staff may ask; a graded one stays as it is. */
export async function retryGrading(viewer: Viewer | null, submissionId: string): Promise<Result<SubmissionReceipt>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  if (!isId(submissionId) || !(await mayRetry(asked.value, submissionId))) {
    return fail('not-found')
  }
  await db().submission.updateMany({
    where: { id: submissionId, state: 'not_graded' },
    data: { state: 'received', gradingUntil: null },
  })
  await gradeStoredSubmission(submissionId)
  const row = await db().submission.findUniqueOrThrow({ where: { id: submissionId } })
  return succeed(viewReceipt(row))
}

async function mayRetry(viewer: Viewer, submissionId: string): Promise<boolean> {
  const found = await db().submission.findFirst({
    where: { id: submissionId, ...visibleSubmissions(viewer) },
    select: { id: true },
  })
  return found !== null
}
