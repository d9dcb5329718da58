import { requireMembership, STAFF } from './access'
import { recordAudit } from './audit'
import { db } from './db'
import { refreshAttemptEnds } from './quizzes/refresh-attempt-ends'
import type { AccommodationRequest } from './requests'
import { fail, type Result, succeed } from './result'
import { ACCOMMODATION_COLUMNS } from './select-accommodations'
import type { AccommodationView } from './views/accommodation-view'
import type { Viewer } from './views/viewer'

/** Every accommodation of a class, for its staff. */
export async function listAccommodations(
  viewer: Viewer | null,
  classId: string,
): Promise<Result<readonly AccommodationView[]>> {
  const allowed = await requireMembership(viewer, classId, STAFF)
  if (!allowed.ok) {
    return allowed
  }
  const rows = await db().accommodation.findMany({
    where: { classId },
    orderBy: [{ user: { name: 'asc' } }, { scope: 'asc' }],
    select: { ...ACCOMMODATION_COLUMNS, id: true, user: { select: { id: true, name: true, email: true } } },
  })
  return succeed(
    rows.map(({ opensAt, dueAt, closesAt, user, ...row }) => ({
      ...row,
      student: user,
      opensAt: opensAt?.toISOString() ?? null,
      dueAt: dueAt?.toISOString() ?? null,
      closesAt: closesAt?.toISOString() ?? null,
    })),
  )
}

/**
 * Grants somebody more time, other dates or more attempts, in place of what they were granted before for the same
 * scope. Running attempts end by the new rule at once, and their pages are told. `not-a-student`: not one of this class;
 * `unknown-assignment`: of another class.
 */
export async function setAccommodation(
  viewer: Viewer | null,
  request: AccommodationRequest,
): Promise<Result<{ readonly id: string }, 'not-a-student' | 'unknown-assignment'>> {
  const allowed = await requireMembership(viewer, request.classId, ['instructor'])
  if (!allowed.ok) {
    return allowed
  }
  const { classId, userId, assignmentId, ...granted } = request
  const student = await db().membership.findUnique({ where: { classId_userId: { classId, userId } } })
  if (student === null) {
    return fail('not-a-student')
  }
  if (assignmentId !== null && (await db().assignment.count({ where: { id: assignmentId, classId } })) === 0) {
    return fail('unknown-assignment')
  }
  const scope = assignmentId ?? ''
  const id = await db().$transaction(async (transaction) => {
    const row = await transaction.accommodation.upsert({
      where: { classId_userId_scope: { classId, userId, scope } },
      create: { classId, userId, assignmentId, scope, ...granted },
      update: granted,
      select: { id: true },
    })
    await refreshAttemptEnds(transaction, { userId, classId, assignmentId })
    await recordAudit(transaction, {
      classId,
      actorId: allowed.value.viewer.id,
      action: 'accommodation-set',
      detail: JSON.parse(JSON.stringify(request)),
    })
    return row.id
  })
  return succeed({ id })
}

/** Takes an accommodation back; running attempts then end by the common rule. */
export async function removeAccommodation(
  viewer: Viewer | null,
  classId: string,
  accommodationId: string,
): Promise<Result<null>> {
  const allowed = await requireMembership(viewer, classId, ['instructor'])
  if (!allowed.ok) {
    return allowed
  }
  return db().$transaction(async (transaction) => {
    const row = await transaction.accommodation.findFirst({ where: { id: accommodationId, classId } })
    if (row === null) {
      return fail('not-found')
    }
    await transaction.accommodation.delete({ where: { id: row.id } })
    await refreshAttemptEnds(transaction, { userId: row.userId, classId, assignmentId: row.assignmentId })
    await recordAudit(transaction, {
      classId,
      actorId: allowed.value.viewer.id,
      action: 'accommodation-removed',
      detail: { userId: row.userId, assignmentId: row.assignmentId },
    })
    return succeed(null)
  })
}
