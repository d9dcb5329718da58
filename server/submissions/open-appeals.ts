import { requireMembership, STAFF } from '../access'
import { assignmentTitle } from '../course'
import { db } from '../db'
import { type Result, succeed } from '../result'
import type { OpenAppeal } from '../views/appeal-view'
import type { Viewer } from '../views/viewer'

/** Appeals listed; a class with more answers these first. */
const LISTED_MAX = 50

/** What waits for an answer in a class, the oldest first, whichever submission of a student it is about. */
export async function listOpenAppeals(viewer: Viewer | null, classId: string): Promise<Result<readonly OpenAppeal[]>> {
  const allowed = await requireMembership(viewer, classId, STAFF)
  if (!allowed.ok) {
    return allowed
  }
  const rows = await db().appeal.findMany({
    where: { state: 'open', submission: { assignment: { classId } } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    take: LISTED_MAX,
    select: {
      id: true,
      submissionId: true,
      submission: { select: { user: { select: { name: true } }, assignment: { select: { slug: true } } } },
    },
  })
  return succeed(
    rows.map(({ id, submissionId, submission }) => ({
      id,
      submissionId,
      student: submission.user.name,
      title: assignmentTitle('exercise', submission.assignment?.slug ?? ''),
    })),
  )
}
