import { classesWhere, isId, requireViewer } from '../access'
import { assignmentPhase } from '../assignment-phase'
import { type PersonalRules, personalRules } from '../assignment-rules'
import { isUniqueViolation } from '../database-errors'
import { databaseTime } from '../database-time'
import { db } from '../db'
import { gradeStoredSubmission } from '../jobs/grade-stored'
import { latePercent, lateTimeline } from '../late-work'
import type { SubmitTranscriptRequest } from '../requests'
import { fail, type Result, succeed } from '../result'
import { selectAccommodations } from '../select-accommodations'
import type { SubmissionReceipt } from '../views/submission-view'
import type { Viewer } from '../views/viewer'
import { exerciseDrawSeed } from './draw-seed'
import { refuseParts, type SizeRefusal } from './limits'
import { submittedParts } from './submitted-parts'
import { viewReceipt } from './view-submission'

export type SubmitRefusal = 'not-open' | 'closed' | 'no-attempts-left' | SizeRefusal

/**
 * Stores what was pasted, then grades it, and answers when the verdict is there or the grader's time is over. What
 * is stored is never lost: a verdict that is missing now comes later. The same key again answers for the same
 * submission.
 */
export async function submitTranscript(
  viewer: Viewer | null,
  request: SubmitTranscriptRequest,
): Promise<Result<SubmissionReceipt, SubmitRefusal>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const stored = await storeSubmission(asked.value, request)
  if (!stored.ok) {
    return stored
  }
  await gradeStoredSubmission(stored.value)
  const row = await db().submission.findUniqueOrThrow({ where: { id: stored.value } })
  return succeed(viewReceipt(row))
}

/** Stores without grading; answers the submission's id. */
export async function storeSubmission(
  viewer: Viewer,
  request: SubmitTranscriptRequest,
): Promise<Result<string, SubmitRefusal>> {
  const assignment = await selectExerciseAssignment(viewer, request.assignmentId)
  if (assignment === null) {
    return fail('not-found')
  }
  const repeated = assignment.submissions.find(
    (submission) => submission.idempotencyKey === request.idempotencyKey.toLowerCase(),
  )
  if (repeated !== undefined) {
    return succeed(repeated.id)
  }
  const used = assignment.submissions.length
  const now = await databaseTime(db())
  const granted = await selectAccommodations(db(), { classId: assignment.classId, userId: viewer.id })
  const rules = personalRules(assignment.id, assignment, granted)
  const refusal = refuseParts(request) ?? refuseSubmission(rules, used, now)
  if (refusal !== null) {
    return fail(refusal)
  }
  const id = await insertSubmission(viewer, request, {
    ordinal: used + 1,
    submittedAt: now,
    latePercent: latePercent(lateTimeline.parse(assignment.lateTimeline), rules.dueAt, now),
  })
  // Another request took this ordinal in the meantime, perhaps with this very key: look again.
  return id === null ? storeSubmission(viewer, request) : succeed(id)
}

async function selectExerciseAssignment(viewer: Viewer, assignmentId: string) {
  return isId(assignmentId)
    ? db().assignment.findFirst({
        where: { id: assignmentId, kind: 'exercise', class: classesWhere(viewer) },
        include: {
          submissions: {
            where: { userId: viewer.id },
            select: { id: true, idempotencyKey: true },
          },
        },
      })
    : null
}

function refuseSubmission(rules: PersonalRules, used: number, now: Date): SubmitRefusal | null {
  const phase = assignmentPhase(rules, now)
  if (phase === 'upcoming') {
    return 'not-open'
  }
  if (phase === 'closed') {
    return 'closed'
  }
  return rules.attemptsMax !== null && used >= rules.attemptsMax ? 'no-attempts-left' : null
}

async function insertSubmission(
  viewer: Viewer,
  request: SubmitTranscriptRequest,
  counted: { readonly ordinal: number; readonly submittedAt: Date; readonly latePercent: number },
): Promise<string | null> {
  try {
    const { id } = await db().submission.create({
      data: {
        assignmentId: request.assignmentId,
        userId: viewer.id,
        ...counted,
        idempotencyKey: request.idempotencyKey,
        answers: request.answers ?? {},
        drawSeed: exerciseDrawSeed(request.assignmentId, viewer.id),
        parts: { createMany: { data: [...submittedParts(request)] } },
      },
      select: { id: true },
    })
    return id
  } catch (error) {
    if (isUniqueViolation(error)) {
      return null
    }
    throw error
  }
}
