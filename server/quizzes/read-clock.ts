import { isId } from '../access'
import { databaseTime } from '../database-time'
import { db } from '../db'
import type { AttemptClock } from '../views/attempt-view'
import type { Viewer } from '../views/viewer'

/** The clock of the viewer's own attempt; `null` for anybody else's. */
export async function readAttemptClock(viewer: Viewer, attemptId: string): Promise<AttemptClock | null> {
  if (!isId(attemptId)) {
    return null
  }
  const row = await db().attempt.findFirst({
    where: { id: attemptId, userId: viewer.id },
    select: { endsAt: true, submittedAt: true },
  })
  return row === null
    ? null
    : {
        endsAt: row.endsAt?.toISOString() ?? null,
        submitted: row.submittedAt !== null,
        serverTime: (await databaseTime(db())).toISOString(),
      }
}
