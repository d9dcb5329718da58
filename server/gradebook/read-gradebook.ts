import { requireMembership, STAFF } from '../access'
import { isLate, viewDates } from '../assignment-phase'
import { readClass } from '../classes'
import { assignmentTitle } from '../course'
import { db } from '../db'
import { type Result, succeed } from '../result'
import type { CellState, Gradebook, GradebookCell, GradebookColumn } from '../views/gradebook-view'
import type { Viewer } from '../views/viewer'
import { selectWork, type Work } from './select-work'

/** Students × assignments of a class, for its staff: each student's counting work and where it stands. */
export async function readGradebook(viewer: Viewer | null, classId: string): Promise<Result<Gradebook>> {
  const allowed = await requireMembership(viewer, classId, STAFF)
  if (!allowed.ok) {
    return allowed
  }
  const described = await readClass(viewer, classId)
  if (!described.ok) {
    return described
  }
  const [assignments, students, work] = await Promise.all([
    selectAssignments(classId),
    selectStudents(classId),
    selectWork(classId),
  ])
  const found = new Map(work.map((one) => [cellKey(one.assignmentId, one.userId), one]))
  const byName = new Intl.Collator(allowed.value.viewer.language, { sensitivity: 'base' })
  return succeed({
    class: described.value,
    columns: assignments.map(viewColumn),
    rows: students
      .toSorted((one, other) => byName.compare(one.name, other.name))
      .map((student) => ({
        student,
        cells: assignments.map((row) => viewCell(row, found.get(cellKey(row.id, student.id)))),
      })),
  })
}

type AssignmentRow = Awaited<ReturnType<typeof selectAssignments>>[number]

function selectAssignments(classId: string) {
  return db().assignment.findMany({
    where: { classId, practice: false },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  })
}

async function selectStudents(classId: string) {
  const rows = await db().membership.findMany({
    where: { classId, role: 'student' },
    select: { user: { select: { id: true, name: true, email: true } } },
  })
  return rows.map((row) => row.user)
}

function cellKey(assignmentId: string, userId: string): string {
  return `${assignmentId} ${userId}`
}

function viewColumn(row: AssignmentRow): GradebookColumn {
  return {
    assignmentId: row.id,
    kind: row.kind,
    slug: row.slug,
    title: assignmentTitle(row.kind, row.slug),
    weight: row.weight,
    ...viewDates(row),
  }
}

function viewCell(assignment: AssignmentRow, work: Work | undefined): GradebookCell {
  const shown = work?.grade?.counting ?? work?.last
  const submittedAt = shown?.submittedAt ?? null
  return {
    assignmentId: assignment.id,
    state: work === undefined ? 'none' : cellState(work),
    points: work?.grade?.points ?? null,
    pointsMax: work?.grade?.pointsMax ?? null,
    submittedAt: submittedAt?.toISOString() ?? null,
    late: submittedAt !== null && isLate(assignment, submittedAt),
    attempts: work?.count ?? 0,
    openId: shown?.id ?? null,
  }
}

function cellState(work: Work): CellState {
  if (work.grade !== null) {
    return 'graded'
  }
  if (work.lastState === null) {
    return 'started'
  }
  return work.lastState === 'not_graded' ? 'not-graded' : 'waiting'
}
