import { requireMembership, STAFF } from './access'
import { isLate, viewDates } from './assignment-phase'
import { readClass } from './classes'
import { assignmentTitle } from './course'
import { db } from './db'
import { type Result, succeed } from './result'
import type { CellState, Gradebook, GradebookCell, GradebookColumn } from './views/gradebook-view'
import type { Viewer } from './views/viewer'

/** Students × assignments of a class, for its staff. Each student's counting work and state, in five queries whatever the size. */
export async function readGradebook(viewer: Viewer | null, classId: string): Promise<Result<Gradebook>> {
  const allowed = await requireMembership(viewer, classId, STAFF)
  if (!allowed.ok) {
    return allowed
  }
  const described = await readClass(viewer, classId)
  if (!described.ok) {
    return described
  }
  const [assignments, students] = await Promise.all([selectAssignments(classId), selectStudents(classId)])
  const work = indexWork(assignments)
  const byName = new Intl.Collator(allowed.value.viewer.language, { sensitivity: 'base' })
  return succeed({
    class: described.value,
    columns: assignments.map(viewColumn),
    rows: students
      .map((student) => ({
        student,
        cells: assignments.map((assignment) => viewCell(assignment, work.get(workKey(assignment.id, student.id)))),
      }))
      .sort((one, other) => byName.compare(one.student.name, other.student.name)),
  })
}

type AssignmentRow = Awaited<ReturnType<typeof selectAssignments>>[number]

function selectAssignments(classId: string) {
  const students = { user: { memberships: { some: { classId, role: 'student' as const } } } }
  return db().assignment.findMany({
    where: { classId },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    include: {
      attempts: {
        where: students,
        orderBy: { ordinal: 'asc' },
        select: { id: true, userId: true, submittedAt: true },
      },
      submissions: {
        where: students,
        orderBy: { ordinal: 'asc' },
        select: { id: true, userId: true, submittedAt: true, state: true },
      },
      grades: { where: students },
    },
  })
}

async function selectStudents(classId: string) {
  const rows = await db().membership.findMany({
    where: { classId, role: 'student' },
    select: { user: { select: { id: true, name: true, email: true } } },
  })
  return rows.map((row) => row.user)
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

/** What one student has in one assignment, oldest work first. */
interface Work {
  readonly attempts: AssignmentRow['attempts']
  readonly submissions: AssignmentRow['submissions']
  readonly grade: AssignmentRow['grades'][number] | undefined
}

function workKey(assignmentId: string, userId: string): string {
  return `${assignmentId} ${userId}`
}

function indexWork(assignments: readonly AssignmentRow[]): ReadonlyMap<string, Work> {
  const index = new Map<
    string,
    { attempts: Work['attempts']; submissions: Work['submissions']; grade: Work['grade'] }
  >()
  for (const assignment of assignments) {
    const of = (userId: string) => {
      const key = workKey(assignment.id, userId)
      const found = index.get(key) ?? { attempts: [], submissions: [], grade: undefined }
      index.set(key, found)
      return found
    }
    for (const attempt of assignment.attempts) {
      of(attempt.userId).attempts.push(attempt)
    }
    for (const submission of assignment.submissions) {
      of(submission.userId).submissions.push(submission)
    }
    for (const grade of assignment.grades) {
      of(grade.userId).grade = grade
    }
  }
  return index
}

const NO_WORK: Work = { attempts: [], submissions: [], grade: undefined }

function viewCell(assignment: AssignmentRow, work: Work = NO_WORK): GradebookCell {
  const pieces = [
    ...work.attempts.map(({ id, submittedAt }) => ({ id, submittedAt })),
    ...work.submissions.map(({ id, submittedAt }) => ({ id, submittedAt })),
  ]
  const countingId = work.grade?.attemptId ?? work.grade?.submissionId ?? null
  const shown = pieces.find((piece) => piece.id === countingId) ?? pieces.at(-1)
  const submittedAt = shown?.submittedAt ?? null
  return {
    assignmentId: assignment.id,
    state: cellState(work),
    points: work.grade?.points ?? null,
    pointsMax: work.grade?.pointsMax ?? null,
    submittedAt: submittedAt?.toISOString() ?? null,
    late: submittedAt !== null && isLate(assignment, submittedAt),
    attempts: pieces.length,
    openId: shown?.id ?? null,
  }
}

function cellState(work: Work): CellState {
  if (work.grade !== undefined) {
    return 'graded'
  }
  const submission = work.submissions.at(-1)
  if (submission !== undefined) {
    return submission.state === 'not_graded' ? 'not-graded' : 'waiting'
  }
  return work.attempts.length > 0 ? 'started' : 'none'
}
