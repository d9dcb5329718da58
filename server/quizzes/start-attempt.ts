import { randomInt } from 'node:crypto'
import { classesWhere, isId, requireViewer } from '../access'
import { assignmentPhase } from '../assignment-phase'
import { findQuiz } from '../course'
import { isUniqueViolation } from '../database-errors'
import { db } from '../db'
import { fail, type Result, succeed } from '../result'
import type { Viewer } from '../views/viewer'

/** Seeds fit the database's signed 32-bit integer. */
const DRAW_SEED_BOUND = 2 ** 31

export type StartRefusal = 'not-open' | 'closed' | 'no-attempts-left'

/**
 * The attempt to go on with: the open one where there is one (also after closing, so that it can be submitted),
 * otherwise a new one. Two simultaneous starts give the same attempt.
 */
export async function startOrResumeAttempt(
  viewer: Viewer | null,
  assignmentId: string,
): Promise<Result<{ readonly attemptId: string }, StartRefusal>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const assignment = await selectQuizAssignment(asked.value, assignmentId)
  if (assignment === null) {
    return fail('not-found')
  }
  const open = assignment.attempts.find((attempt) => attempt.submittedAt === null)
  if (open !== undefined) {
    return succeed({ attemptId: open.id })
  }
  const refusal = refuseStart(assignment, assignment.attempts.length, new Date())
  if (refusal !== null) {
    return fail(refusal)
  }
  const quiz = findQuiz(assignment.slug)
  if (quiz === null) {
    return fail('not-found')
  }
  const ordinal = assignment.attempts.length + 1
  const attemptId = await insertAttempt(asked.value, assignment.id, ordinal, quiz.version)
  return attemptId === null ? startOrResumeAttempt(viewer, assignmentId) : succeed({ attemptId })
}

type QuizAssignment = NonNullable<Awaited<ReturnType<typeof selectQuizAssignment>>>

async function selectQuizAssignment(viewer: Viewer, assignmentId: string) {
  return isId(assignmentId)
    ? db().assignment.findFirst({
        where: { id: assignmentId, kind: 'quiz', class: classesWhere(viewer) },
        include: {
          attempts: {
            where: { userId: viewer.id },
            orderBy: { ordinal: 'asc' },
            select: { id: true, submittedAt: true },
          },
        },
      })
    : null
}

function refuseStart(assignment: QuizAssignment, attemptsUsed: number, now: Date): StartRefusal | null {
  const phase = assignmentPhase(assignment, now)
  if (phase === 'upcoming') {
    return 'not-open'
  }
  if (phase === 'closed') {
    return 'closed'
  }
  return assignment.attemptsMax !== null && attemptsUsed >= assignment.attemptsMax ? 'no-attempts-left' : null
}

/** `null` when another request has begun this ordinal in the meantime. */
async function insertAttempt(
  viewer: Viewer,
  assignmentId: string,
  ordinal: number,
  quizVersion: string,
): Promise<string | null> {
  try {
    const attempt = await db().attempt.create({
      data: {
        assignmentId,
        userId: viewer.id,
        ordinal,
        drawSeed: randomInt(DRAW_SEED_BOUND),
        quizVersion,
      },
      select: { id: true },
    })
    return attempt.id
  } catch (error) {
    if (isUniqueViolation(error)) {
      return null
    }
    throw error
  }
}
