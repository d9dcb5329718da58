import { requireMembership } from './access'
import { listAccommodations } from './accommodations'
import { viewDates } from './assignment-phase'
import { readClass } from './classes'
import { assignmentTitle } from './course'
import { db } from './db'
import { lateTimeline } from './late-work'
import { fail, type Result, succeed } from './result'
import type { AssignmentSettings, ClassSettings } from './views/class-settings-view'
import type { Viewer } from './views/viewer'

/** How a class's assignments are taken and counted, and who was granted what: for its instructors. */
export async function readClassSettings(viewer: Viewer | null, classId: string): Promise<Result<ClassSettings>> {
  const allowed = await requireMembership(viewer, classId, ['instructor'])
  if (!allowed.ok) {
    return allowed
  }
  const described = await readClass(viewer, classId)
  if (!described.ok) {
    return described
  }
  const accommodations = await listAccommodations(viewer, classId)
  if (!accommodations.ok) {
    return accommodations
  }
  const [assignments, students] = await Promise.all([selectAssignments(classId), selectStudents(classId)])
  return succeed({
    class: described.value,
    assignments: assignments.map(viewSettings),
    students,
    accommodations: accommodations.value,
  })
}

/** The settings of one assignment, for its class's instructors. */
export async function readAssignmentSettings(
  viewer: Viewer | null,
  classId: string,
  assignmentId: string,
): Promise<Result<AssignmentSettings>> {
  const settings = await readClassSettings(viewer, classId)
  if (!settings.ok) {
    return settings
  }
  const found = settings.value.assignments.find((one) => one.assignmentId === assignmentId)
  return found === undefined ? fail('not-found') : succeed(found)
}

type AssignmentRow = Awaited<ReturnType<typeof selectAssignments>>[number]

function selectAssignments(classId: string) {
  return db().assignment.findMany({ where: { classId }, orderBy: [{ position: 'asc' }, { id: 'asc' }] })
}

async function selectStudents(classId: string) {
  const rows = await db().membership.findMany({
    where: { classId, role: 'student' },
    orderBy: { user: { name: 'asc' } },
    select: { user: { select: { id: true, name: true, email: true } } },
  })
  return rows.map((row) => row.user)
}

function viewSettings(row: AssignmentRow): AssignmentSettings {
  return {
    assignmentId: row.id,
    kind: row.kind,
    title: assignmentTitle(row.kind, row.slug),
    ...viewDates(row),
    attemptsMax: row.attemptsMax,
    practice: row.practice,
    countedWork: row.countedWork,
    scorePolicy: row.scorePolicy,
    feedbackPolicy: row.feedbackPolicy,
    timeLimitMinutes: row.timeLimitMinutes,
    graceSeconds: row.graceSeconds,
    lateTimeline: lateTimeline.parse(row.lateTimeline),
    shuffleQuestions: row.shuffleQuestions,
    shuffleOptions: row.shuffleOptions,
    partialCredit: row.partialCredit,
    oneWay: row.oneWay,
    certainty: row.certainty,
  }
}
