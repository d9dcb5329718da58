import { classesWhere, EVERYBODY, isId, requireMembership, requireViewer } from './access'
import { assignmentPhase, viewDates } from './assignment-phase'
import { assignmentTitle } from './course'
import { db } from './db'
import { fail, type Result, succeed } from './result'
import type { AssignmentView } from './views/assignment-view'
import type { Viewer } from './views/viewer'

/** Every assignment of the viewer's classes, in the order of class and position, with the viewer's own progress. */
export async function listAssignments(viewer: Viewer | null): Promise<Result<readonly AssignmentView[]>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const rows = await selectAssignments(asked.value, { class: classesWhere(asked.value) })
  return succeed(viewAll(rows))
}

export async function listClassAssignments(
  viewer: Viewer | null,
  classId: string,
): Promise<Result<readonly AssignmentView[]>> {
  const allowed = await requireMembership(viewer, classId, EVERYBODY)
  if (!allowed.ok) {
    return allowed
  }
  const rows = await selectAssignments(allowed.value.viewer, { classId })
  return succeed(viewAll(rows))
}

export async function readAssignment(viewer: Viewer | null, assignmentId: string): Promise<Result<AssignmentView>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  if (!isId(assignmentId)) {
    return fail('not-found')
  }
  const where = { id: assignmentId, class: classesWhere(asked.value) }
  const [row] = await selectAssignments(asked.value, where)
  return row === undefined ? fail('not-found') : succeed(viewAssignment(row, new Date()))
}

type AssignmentRows = Awaited<ReturnType<typeof selectAssignments>>

function selectAssignments(
  viewer: Viewer,
  where: { id?: string; classId?: string; class?: ReturnType<typeof classesWhere> },
) {
  const own = { userId: viewer.id }
  return db().assignment.findMany({
    where,
    orderBy: [{ class: { name: 'asc' } }, { position: 'asc' }, { id: 'asc' }],
    include: {
      class: { select: { name: true, timeZone: true } },
      attempts: {
        where: own,
        orderBy: { ordinal: 'desc' },
        select: { id: true, submittedAt: true },
      },
      submissions: { where: own, orderBy: { ordinal: 'desc' }, select: { id: true } },
      grades: { where: own, select: { points: true, pointsMax: true, gradedAt: true } },
    },
  })
}

function viewAll(rows: AssignmentRows): readonly AssignmentView[] {
  const now = new Date()
  return rows.map((row) => viewAssignment(row, now))
}

function viewAssignment(row: AssignmentRows[number], now: Date): AssignmentView {
  const grade = row.grades[0]
  const quiz = row.kind === 'quiz'
  const latest = quiz ? row.attempts.find((attempt) => attempt.submittedAt !== null) : row.submissions[0]
  return {
    id: row.id,
    classId: row.classId,
    className: row.class.name,
    timeZone: row.class.timeZone,
    kind: row.kind,
    slug: row.slug,
    title: assignmentTitle(row.kind, row.slug),
    phase: assignmentPhase(row, now),
    weight: row.weight,
    attemptsMax: row.attemptsMax,
    attemptsUsed: quiz ? row.attempts.length : row.submissions.length,
    openAttemptId: row.attempts.find((attempt) => attempt.submittedAt === null)?.id ?? null,
    latestId: latest?.id ?? null,
    grade:
      grade === undefined
        ? null
        : {
            points: grade.points,
            pointsMax: grade.pointsMax,
            gradedAt: grade.gradedAt.toISOString(),
          },
    ...viewDates(row),
  }
}
