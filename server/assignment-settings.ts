import { isId, requireMembership, requireViewer } from './access'
import { recordAudit } from './audit'
import { db } from './db'
import { recountGrade } from './grades'
import { refreshAttemptEnds } from './quizzes/refresh-attempt-ends'
import type { AssignmentSettingsRequest } from './requests'
import { fail, type Result, succeed } from './result'
import type { Viewer } from './views/viewer'

/**
 * Changes how an assignment is taken and counted. Running attempts end by the new dates at once; their time limit and
 * order stay as they began; grades are counted anew. `dates-out-of-order`: it would close before it opens or is due.
 */
export async function changeAssignmentSettings(
  viewer: Viewer | null,
  request: AssignmentSettingsRequest,
): Promise<Result<null, 'dates-out-of-order'>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const { assignmentId, ...settings } = request
  const before = isId(assignmentId) ? await db().assignment.findUnique({ where: { id: assignmentId } }) : null
  if (before === null) {
    return fail('not-found')
  }
  const allowed = await requireMembership(viewer, before.classId, ['instructor'])
  if (!allowed.ok) {
    return allowed
  }
  if (!inOrder([settings.opensAt, settings.dueAt, settings.closesAt])) {
    return fail('dates-out-of-order')
  }
  await db().$transaction(async (transaction) => {
    const { lateTimeline, ...rest } = settings
    const data = { ...rest, lateTimeline: lateTimeline.map((step) => ({ ...step })) }
    const assignment = await transaction.assignment.update({ where: { id: before.id }, data })
    await refreshAttemptEnds(transaction, { classId: before.classId, userId: null, assignmentId: before.id })
    if (before.countedWork !== assignment.countedWork) {
      const graded = await transaction.grade.findMany({ where: { assignmentId: before.id }, select: { userId: true } })
      for (const { userId } of graded) {
        await recountGrade(transaction, assignment, userId)
      }
    }
    await recordAudit(transaction, {
      classId: before.classId,
      actorId: asked.value.id,
      action: 'rules-changed',
      detail: JSON.parse(JSON.stringify({ before, settings })),
    })
  })
  return succeed(null)
}

function inOrder(dates: readonly (Date | null)[]): boolean {
  const given = dates.filter((date) => date !== null)
  return given.every((date, index) => index === 0 || date >= (given[index - 1] ?? date))
}
