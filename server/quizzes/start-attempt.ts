import { randomInt } from 'node:crypto'
import { selectQuestions } from '@/grader/quiz/draw'
import type { Quiz } from '@/grader/quiz/quiz'
import { classesWhere, isId, requireViewer } from '../access'
import { assignmentPhase } from '../assignment-phase'
import { type PersonalRules, personalRules } from '../assignment-rules'
import { findQuiz } from '../course'
import { isUniqueViolation } from '../database-errors'
import { db } from '../db'
import { fail, type Result, succeed } from '../result'
import { selectAccommodations } from '../select-accommodations'
import type { Viewer } from '../views/viewer'
import { attemptEnd } from './attempt-end'
import { pinQuestions } from './pinned-questions'

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
  const quiz = findQuiz(assignment.slug)
  if (quiz === null) {
    return fail('not-found')
  }
  const { now, seen } = await selectNowAndSeen(asked.value)
  const granted = await selectAccommodations(db(), { classId: assignment.classId, userId: asked.value.id })
  const rules = personalRules(assignment.id, assignment, granted)
  const refusal = refuseStart(rules, assignment, now)
  if (refusal !== null) {
    return fail(refusal)
  }
  const attemptId = await insertAttempt(asked.value, { assignment, quiz, rules, now, seen })
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

function refuseStart(rules: PersonalRules, assignment: QuizAssignment, now: Date): StartRefusal | null {
  const phase = assignmentPhase(rules, now)
  if (phase === 'upcoming') {
    return 'not-open'
  }
  if (phase === 'closed') {
    return 'closed'
  }
  const max = assignment.practice ? null : rules.attemptsMax
  return max !== null && assignment.attempts.length >= max ? 'no-attempts-left' : null
}

interface NewAttempt {
  readonly assignment: QuizAssignment
  readonly quiz: Quiz
  readonly rules: PersonalRules
  readonly now: Date
  readonly seen: ReadonlySet<string>
}

/** `null` when another request has begun this ordinal in the meantime. */
async function insertAttempt(
  viewer: Viewer,
  { assignment, quiz, rules, now, seen }: NewAttempt,
): Promise<string | null> {
  const drawSeed = randomInt(DRAW_SEED_BOUND)
  const timeLimitMinutes = assignment.practice ? null : (assignment.timeLimitMinutes ?? quiz.timeLimitMinutes ?? null)
  const questions = assignment.shuffleQuestions ?? quiz.shuffle.questions
  const selected = selectQuestions({ ...quiz, shuffle: { ...quiz.shuffle, questions } }, drawSeed, seen)
  const pinned = await pinQuestions(selected)
  try {
    const attempt = await db().attempt.create({
      data: {
        assignmentId: assignment.id,
        userId: viewer.id,
        ordinal: assignment.attempts.length + 1,
        drawSeed,
        quizVersion: quiz.version,
        questions: pinned.map((one) => ({ ...one })),
        shuffleOptions: assignment.shuffleOptions ?? quiz.shuffle.options,
        timeLimitMinutes,
        startedAt: now,
        endsAt: attemptEnd(now, timeLimitMinutes, rules),
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

/** The database's clock, and the ids of all questions that somebody met in attempts before, whatever the quiz. */
async function selectNowAndSeen(viewer: Viewer): Promise<{ readonly now: Date; readonly seen: ReadonlySet<string> }> {
  const [row] = await db().$queryRaw<{ now: Date; seen: readonly string[] }[]>`
    SELECT clock_timestamp() AS "now", ARRAY(
      SELECT DISTINCT "asked" ->> 'id' FROM "attempt", jsonb_array_elements("questions") AS "asked"
      WHERE "user_id" = ${viewer.id}::uuid) AS "seen"`
  if (row === undefined) {
    throw new Error('The database did not tell its time.')
  }
  return { now: row.now, seen: new Set(row.seen) }
}
