import { classesWhere, EVERYBODY, isId, requireMembership, requireViewer } from './access'
import { assignmentPhase, viewDates } from './assignment-phase'
import { type PersonalRules, personalRules, type StoredAccommodation } from './assignment-rules'
import { assignmentTitle, findQuiz } from './course'
import { db } from './db'
import { lateTimeline } from './late-work'
import { allowsChecking } from './quizzes/feedback-moment'
import { fail, type Result, succeed } from './result'
import { ACCOMMODATION_COLUMNS } from './select-accommodations'
import type { AssignmentView, QuizRules } from './views/assignment-view'
import type { Viewer } from './views/viewer'

/** Every assignment of the viewer's classes, in the order of class and position, with the viewer's own progress. */
export async function listAssignments(viewer: Viewer | null): Promise<Result<readonly AssignmentView[]>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const rows = await selectAssignments(asked.value, { class: classesWhere(asked.value) })
  return succeed(await viewAll(asked.value, rows))
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
  return succeed(await viewAll(allowed.value.viewer, rows))
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
  const [view] = await viewAll(asked.value, await selectAssignments(asked.value, where))
  return view === undefined ? fail('not-found') : succeed(view)
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
        select: { id: true, submittedAt: true, endsAt: true },
      },
      submissions: { where: own, orderBy: { ordinal: 'desc' }, select: { id: true } },
      grades: { where: own, select: { points: true, pointsMax: true, gradedAt: true } },
    },
  })
}

/** With the dates, limits and attempts that hold for the viewer, accommodations included. */
async function viewAll(viewer: Viewer, rows: AssignmentRows): Promise<readonly AssignmentView[]> {
  const now = new Date()
  const granted = await db().accommodation.findMany({
    where: { userId: viewer.id, classId: { in: [...new Set(rows.map((row) => row.classId))] } },
    select: { ...ACCOMMODATION_COLUMNS, classId: true },
  })
  return rows.map((row) =>
    viewAssignment(
      row,
      granted.filter((one) => one.classId === row.classId),
      now,
    ),
  )
}

function viewAssignment(
  row: AssignmentRows[number],
  granted: readonly StoredAccommodation[],
  now: Date,
): AssignmentView {
  const rules = personalRules(row.id, row, granted)
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
    phase: assignmentPhase(rules, now),
    weight: row.weight,
    attemptsMax: row.practice ? null : rules.attemptsMax,
    practice: row.practice,
    quizRules: quiz ? viewQuizRules(row, rules) : null,
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
    ...viewDates(rules),
  }
}

/** The time limit is what this person has, extra time included. */
function viewQuizRules(row: AssignmentRows[number], rules: PersonalRules): QuizRules {
  const limit = row.practice ? null : (row.timeLimitMinutes ?? findQuiz(row.slug)?.timeLimitMinutes ?? null)
  return {
    timeLimitMinutes: limit === null ? null : Math.round(limit * rules.timeFactor + rules.extraMinutes),
    countedWork: row.countedWork,
    oneWay: row.oneWay,
    certainty: row.certainty,
    checkAtOnce: allowsChecking(row),
    lateTimeline: lateTimeline.parse(row.lateTimeline),
  }
}
