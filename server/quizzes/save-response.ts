import { isId, requireViewer } from '../access'
import { db } from '../db'
import { env } from '../env'
import type { SaveResponseRequest } from '../requests'
import { fail, type Result, succeed } from '../result'
import type { Session } from '../session-token'
import { viewerOf } from '../session-viewer'
import type { SaveAcknowledgement } from '../views/attempt-view'
import type { Viewer } from '../views/viewer'

/**
 * `submitted`: the attempt is handed in. `closed`: its time, grace included, is over. `stale-revision`: another tab or
 * device saved this revision or a newer one; the answer was not taken. `checked`: its feedback was shown. `passed`:
 * there is no way back to it. `unknown-question`: not in this attempt, or of another type.
 */
export type SaveRefusal = 'submitted' | 'closed' | 'stale-revision' | 'checked' | 'passed' | 'unknown-question'

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
  const row = await upsertResponse({ userId: asked.value.id, sessionVersion: null }, request)
  return row === null ? fail('not-found') : answerTo(row, request)
}

/**
 * The same for a request that shows a session: whether it still holds is asked in the statement that saves, because a
 * class in a quiz sends hundreds of saves a second.
 */
export async function saveInSession(
  session: Session | null,
  request: SaveResponseRequest,
): Promise<Result<SaveAcknowledgement, SaveRefusal>> {
  const row = session === null || !isId(session.userId) ? null : await upsertResponse(session, request)
  return row === null ? fail((await viewerOf(session)) === null ? 'signed-out' : 'not-found') : answerTo(row, request)
}

async function answerTo(row: SaveRow, request: SaveResponseRequest): Promise<Result<SaveAcknowledgement, SaveRefusal>> {
  if (row.savedAt !== null) {
    return succeed(acknowledge(request, row, row.savedAt))
  }
  const held = await selectHeld(request)
  return isRepeat(held, request)
    ? succeed(acknowledge(request, row, held.savedAt))
    : fail(refusalOf(row, held, request))
}

interface SaveRow {
  readonly open: boolean
  readonly inTime: boolean
  /** The question's type; `null` where the attempt has no such question. */
  readonly type: string | null
  readonly passed: boolean
  /** `null` where it was not taken. */
  readonly savedAt: Date | null
  readonly now: Date
  readonly endsAt: Date | null
}

/** `sessionVersion` null: who asks was looked up already. */
interface Asker {
  readonly userId: string
  readonly sessionVersion: number | null
}

/**
 * One statement, so that a save costs one journey. The share lock on the attempt makes a save wait for a submission
 * that is under way, and then see that it came too late; without it an answer could be acknowledged and yet miss the
 * marking. Time is the database's.
 */
async function upsertResponse(asker: Asker, request: SaveResponseRequest): Promise<SaveRow | null> {
  const answer = JSON.stringify(request.answer)
  const [row] = await db().$queryRaw<SaveRow[]>`
    WITH target AS (
      SELECT t."id", t."submitted_at" IS NULL AS "open", t."ends_at",
             t."ends_at" IS NULL OR clock_timestamp() <= t."ends_at" + make_interval(secs => a."grace_seconds") AS "in_time",
             q."type", a."one_way" AND q."place" - 1 < t."reached" AS "passed"
      FROM "attempt" t
      JOIN "assignment" a ON a."id" = t."assignment_id"
      JOIN "user" u ON u."id" = t."user_id"
      LEFT JOIN LATERAL (
        SELECT "place"::int, "question" ->> 'type' AS "type"
        FROM jsonb_array_elements(t."questions") WITH ORDINALITY AS "asked"("question", "place")
        WHERE "question" ->> 'id' = ${request.questionId}
      ) q ON true
      WHERE t."id" = ${request.attemptId}::uuid AND t."user_id" = ${asker.userId}::uuid
        AND (${asker.sessionVersion}::int IS NULL OR u."session_version" = ${asker.sessionVersion}::int)
        AND (NOT u."demo" OR ${env().demo})
        AND (u."admin" OR EXISTS (
          SELECT 1 FROM "membership" m WHERE m."class_id" = a."class_id" AND m."user_id" = t."user_id"))
      FOR SHARE OF t
    ), saved AS (
      INSERT INTO "response" ("attempt_id", "question_id", "revision", "save_key", "answer", "certainty", "saved_at")
      SELECT "id", ${request.questionId}, ${request.revision}::int, ${request.saveKey}::uuid, ${answer}::json,
             ${request.certainty ?? null}::smallint, clock_timestamp()
      FROM target
      WHERE "open" AND "in_time" AND "type" = ${request.answer.type} AND NOT "passed"
      ON CONFLICT ("attempt_id", "question_id") DO UPDATE
      SET "revision" = excluded."revision", "save_key" = excluded."save_key", "answer" = excluded."answer",
          "certainty" = excluded."certainty", "saved_at" = excluded."saved_at"
      WHERE "response"."revision" < excluded."revision" AND "response"."checked_at" IS NULL
      RETURNING "saved_at"
    )
    SELECT target."open", target."in_time" AS "inTime", target."type", target."passed",
           target."ends_at" AS "endsAt", clock_timestamp() AS "now", (SELECT "saved_at" FROM saved) AS "savedAt"
    FROM target`
  return row ?? null
}

type Held = Awaited<ReturnType<typeof selectHeld>>

/** Read after the save, not in its statement: what it lost against may have been committed while it ran. */
function selectHeld({ attemptId, questionId }: SaveResponseRequest) {
  return db().response.findUnique({
    where: { attemptId_questionId: { attemptId, questionId } },
    select: { revision: true, saveKey: true, savedAt: true, checkedAt: true },
  })
}

/** The same save again, whatever became of the attempt since: it was acknowledged, or would have been. */
function isRepeat(held: Held, request: SaveResponseRequest): held is NonNullable<Held> {
  return held !== null && held.revision === request.revision && held.saveKey === request.saveKey.toLowerCase()
}

function refusalOf(row: SaveRow, held: Held, request: SaveResponseRequest): SaveRefusal {
  if (!row.open) {
    return 'submitted'
  }
  if (row.type !== request.answer.type) {
    return 'unknown-question'
  }
  if (!row.inTime) {
    return 'closed'
  }
  if (row.passed) {
    return 'passed'
  }
  return (held?.checkedAt ?? null) === null ? 'stale-revision' : 'checked'
}

function acknowledge({ questionId, revision }: SaveResponseRequest, row: SaveRow, savedAt: Date): SaveAcknowledgement {
  return {
    questionId,
    revision,
    savedAt: savedAt.toISOString(),
    serverTime: row.now.toISOString(),
    endsAt: row.endsAt?.toISOString() ?? null,
  }
}
