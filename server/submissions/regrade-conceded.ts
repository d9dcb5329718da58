import type { Verdict } from '@/grader/verdict'
import { recordAudit } from '../audit'
import { db, type Transaction } from '../db'
import { recountGrade } from '../grades'
import { explainInBackground } from '../jobs/explain-stored'
import { gradeOnce } from '../jobs/grade-stored'
import { insertVerdict, pointsOf } from '../jobs/insert-verdict'
import { concededKey, type StoredSubmission, selectStoredSubmission } from '../jobs/stored-submission'
import { recordCreatedIds } from '../provenance/created-ids'

/** Lines are conceded and taken back while a submission is graded: so often it is graded once more. */
const TRIES_MAX = 3

/** Acceptances of the last hour are worked out by the sweep when the process that began it is gone; older ones failed. */
const SWEPT_MS = 3_600_000
const ABANDONED_MS = 60_000

/**
 * Grades a submission again with the lines that its accepted appeals concede. A line that is conceded never lowers what
 * the submission counts for; one that is taken back gives it the verdict without it. Former verdicts stay stored.
 * `actorId`: whose answer it follows from; `null` for the sweep.
 */
export async function regradeConceded(submissionId: string, actorId: string | null): Promise<void> {
  for (let count = 0; count < TRIES_MAX; count += 1) {
    const row = await selectStoredSubmission(submissionId)
    const outcome = await gradeOnce(row)
    if (outcome.kind === 'crashed') {
      console.error(`The grader failed on submission ${row.id} after an appeal: ${outcome.trace}`)
    }
    if (outcome.kind !== 'verdict') {
      return
    }
    if (await recordRegrade(row, outcome.verdict, actorId)) {
      explainInBackground(submissionId)
      return
    }
  }
}

/** Regrades what was accepted in the last hour and is not worked out, because a process ended over it. */
export async function regradeWaitingAppeals(): Promise<void> {
  const now = Date.now()
  const rows = await db().appeal.findMany({
    where: {
      state: 'accepted',
      pointsAfter: null,
      answeredAt: { gt: new Date(now - SWEPT_MS), lt: new Date(now - ABANDONED_MS) },
    },
    distinct: ['submissionId'],
    select: { submissionId: true, answeredById: true },
  })
  for (const { submissionId, answeredById } of rows) {
    await regradeConceded(submissionId, answeredById)
  }
}

/** Answers whether the verdict was still about what is conceded now. */
async function recordRegrade(row: StoredSubmission, verdict: Verdict, actorId: string | null): Promise<boolean> {
  return db().$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "submission" WHERE "id" = ${row.id}::uuid FOR UPDATE`
    const accepted = await transaction.appeal.findMany({
      where: { submissionId: row.id, state: 'accepted' },
      orderBy: [{ terminal: 'asc' }, { line: 'asc' }],
      select: { id: true, terminal: true, line: true, pointsAfter: true },
    })
    const before = await selectNewest(transaction, row.id)
    const { assignment } = row
    if (before === null || assignment === null || concededKey({ appeals: accepted }) !== concededKey(row)) {
      return before === null || assignment === null
    }
    const after = await pointsOf(transaction, row, verdict)
    const now = concededKey(row).split(' ')
    const isTakenBack = before.conceded.split(' ').some((line) => line !== '' && !now.includes(line))
    const isStored = isTakenBack || after >= before.points
    if (isStored) {
      await insertVerdict(transaction, row, verdict)
      await recordCreatedIds(transaction, row.id, verdict.steps)
      await recountGrade(transaction, assignment, row.userId)
    }
    await transaction.appeal.updateMany({
      where: { id: { in: accepted.filter((one) => one.pointsAfter === null).map(({ id }) => id) } },
      data: { pointsBefore: before.points, pointsAfter: isStored ? after : before.points },
    })
    await recordAudit(transaction, {
      classId: assignment.classId,
      actorId,
      action: 'submission-regraded',
      detail: {
        submissionId: row.id,
        appealIds: accepted.map(({ id }) => id),
        before: { points: before.points, conceded: before.conceded },
        after: { points: after, conceded: concededKey(row) },
        stored: isStored,
      },
    })
    return true
  })
}

async function selectNewest(
  transaction: Transaction,
  submissionId: string,
): Promise<{ readonly points: number; readonly conceded: string } | null> {
  const newest = await transaction.verdict.findFirst({
    where: { submissionId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    select: { points: true, pointsAfterHints: true, conceded: true },
  })
  return newest === null ? null : { points: newest.pointsAfterHints ?? newest.points, conceded: newest.conceded }
}
