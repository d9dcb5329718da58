import { requireViewer } from '../access'
import { isUniqueViolation } from '../database-errors'
import { databaseTime } from '../database-time'
import { db } from '../db'
import { gradeStoredSubmission } from '../jobs/grade-stored'
import type { PracticeRequest } from '../requests'
import { fail, type Result, succeed } from '../result'
import { refuseParts, type SizeRefusal } from '../submissions/limits'
import { submittedParts } from '../submissions/submitted-parts'
import { viewReceipt } from '../submissions/view-submission'
import type { SubmissionReceipt } from '../views/submission-view'
import type { Viewer } from '../views/viewer'
import { findPractisable, type PracticeRefusal } from './practisable'
import { practiceDrawSeed } from './read-practice'

/** Sessions kept of one exercise and person: nothing depends on older ones. */
const KEPT_MAX = 50

/**
 * Stores a session that was practised, then grades it as any other. It belongs to its owner alone: it is in no class, no
 * gradebook and no comparison. The same key again answers for the same submission.
 */
export async function submitPractice(
  viewer: Viewer | null,
  request: PracticeRequest,
): Promise<Result<SubmissionReceipt, PracticeRefusal | SizeRefusal>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const found = await findPractisable(asked.value, request.exercise)
  if (!found.ok) {
    return found
  }
  const refusal = refuseParts(request)
  if (refusal !== null) {
    return fail(refusal)
  }
  const id = await storePractice(asked.value, request)
  await gradeStoredSubmission(id)
  const row = await db().submission.findUniqueOrThrow({ where: { id } })
  return succeed(viewReceipt(row))
}

async function storePractice(viewer: Viewer, request: PracticeRequest): Promise<string> {
  const practised = { userId: viewer.id, assignmentId: null, practiceSlug: request.exercise }
  const repeated = await db().submission.findFirst({
    where: { ...practised, idempotencyKey: request.idempotencyKey },
    select: { id: true },
  })
  if (repeated !== null) {
    return repeated.id
  }
  const last = await db().submission.aggregate({ where: practised, _max: { ordinal: true } })
  const ordinal = (last._max.ordinal ?? 0) + 1
  try {
    const { id } = await db().submission.create({
      data: {
        ...practised,
        ordinal,
        submittedAt: await databaseTime(db()),
        idempotencyKey: request.idempotencyKey,
        answers: request.answers ?? {},
        drawSeed: practiceDrawSeed(request.exercise, viewer),
        parts: { createMany: { data: [...submittedParts(request)] } },
      },
      select: { id: true },
    })
    await db().submission.deleteMany({ where: { ...practised, ordinal: { lte: ordinal - KEPT_MAX } } })
    return id
  } catch (error) {
    if (isUniqueViolation(error)) {
      // Another request took this ordinal in the meantime, perhaps with this very key: look again.
      return storePractice(viewer, request)
    }
    throw error
  }
}
