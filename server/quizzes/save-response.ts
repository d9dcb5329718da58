import { drawQuestions } from '@/grader/quiz/draw'
import { classesWhere, requireViewer } from '../access'
import { findQuiz } from '../course'
import { db } from '../db'
import type { SaveResponseRequest } from '../requests'
import { fail, type Result, succeed } from '../result'
import type { SaveAcknowledgement } from '../views/attempt-view'
import type { Viewer } from '../views/viewer'

/**
 * `submitted`: the attempt is handed in. `closed`: the assignment is. `stale-revision`: another tab or device saved
 * this revision or a newer one; the answer was not taken. `unknown-question`: not in this quiz, or of another type.
 */
export type SaveRefusal = 'submitted' | 'closed' | 'stale-revision' | 'unknown-question'

/**
 * Saves one answer of the viewer's own open attempt. The highest revision wins; the same request again (same
 * `saveKey`) is acknowledged again. What is acknowledged is committed.
 */
export async function saveResponse(
  viewer: Viewer | null,
  request: SaveResponseRequest,
): Promise<Result<SaveAcknowledgement, SaveRefusal>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const attempt = await selectOwnAttempt(asked.value, request.attemptId)
  if (attempt === null) {
    return fail('not-found')
  }
  if (!asksFor(attempt.assignment.slug, attempt.drawSeed, request)) {
    return fail('unknown-question')
  }
  const now = new Date()
  if (attempt.submittedAt === null && isPast(attempt.assignment.closesAt, now)) {
    return fail('closed')
  }
  const saved = await upsertResponse(request, now)
  if (saved === 'submitted') {
    return fail('submitted')
  }
  if (saved === 'superseded') {
    return acknowledgeRepeat(request, now)
  }
  return succeed(acknowledge(request.questionId, request.revision, now, now))
}

function isPast(closesAt: Date | null, now: Date): boolean {
  return closesAt !== null && now > closesAt
}

function selectOwnAttempt(viewer: Viewer, attemptId: string) {
  return db().attempt.findFirst({
    where: { id: attemptId, userId: viewer.id, assignment: { class: classesWhere(viewer) } },
    select: { submittedAt: true, drawSeed: true, assignment: { select: { slug: true, closesAt: true } } },
  })
}

function asksFor(slug: string, drawSeed: number, request: SaveResponseRequest): boolean {
  const quiz = findQuiz(slug)
  const drawn = quiz === null ? [] : drawQuestions(quiz, drawSeed)
  const question = drawn.find((candidate) => candidate.id === request.questionId)
  return question !== undefined && question.type === request.answer.type
}

/**
 * One statement. The share lock on the attempt makes a save wait for a submission that is under way, and then see
 * that it came too late; without it an answer could be acknowledged and yet miss the marking.
 */
async function upsertResponse(request: SaveResponseRequest, now: Date): Promise<'saved' | 'superseded' | 'submitted'> {
  const answer = JSON.stringify(request.answer)
  const [row] = await db().$queryRaw<{ open: boolean; saved: boolean }[]>`
    WITH target AS (
      SELECT "id" FROM "attempt"
      WHERE "id" = ${request.attemptId}::uuid AND "submitted_at" IS NULL
      FOR SHARE
    ), saved AS (
      INSERT INTO "response" ("attempt_id", "question_id", "revision", "save_key", "answer", "saved_at")
      SELECT "id", ${request.questionId}, ${request.revision}::int, ${request.saveKey}::uuid, ${answer}::json, ${now}
      FROM target
      ON CONFLICT ("attempt_id", "question_id") DO UPDATE
      SET "revision" = excluded."revision", "save_key" = excluded."save_key",
          "answer" = excluded."answer", "saved_at" = excluded."saved_at"
      WHERE "response"."revision" < excluded."revision"
      RETURNING 1
    )
    SELECT EXISTS (SELECT 1 FROM target) AS "open", EXISTS (SELECT 1 FROM saved) AS "saved"`
  if (row?.saved === true) {
    return 'saved'
  }
  return row?.open === true ? 'superseded' : 'submitted'
}

async function acknowledgeRepeat(
  request: SaveResponseRequest,
  now: Date,
): Promise<Result<SaveAcknowledgement, SaveRefusal>> {
  const held = await db().response.findUnique({
    where: {
      attemptId_questionId: { attemptId: request.attemptId, questionId: request.questionId },
    },
    select: { revision: true, saveKey: true, savedAt: true },
  })
  return held !== null && held.saveKey === request.saveKey && held.revision === request.revision
    ? succeed(acknowledge(request.questionId, held.revision, held.savedAt, now))
    : fail('stale-revision')
}

function acknowledge(questionId: string, revision: number, savedAt: Date, now: Date): SaveAcknowledgement {
  return {
    questionId,
    revision,
    savedAt: savedAt.toISOString(),
    serverTime: now.toISOString(),
  }
}
