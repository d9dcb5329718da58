import type { Verdict } from '@/grader/verdict'
import { db } from '../db'
import { recountGrade } from '../grades'
import { recordCreatedIds } from '../provenance/created-ids'
import { explainInBackground } from './explain-stored'
import type { GradingOutcome } from './grading-job'
import { insertVerdict } from './insert-verdict'
import { gradingPool } from './shared-grading-pool'
import { gradingInput, type StoredSubmission, selectStoredSubmission } from './stored-submission'

/** How long an instance keeps a submission to itself. A crash in that time is made good by the next sweep. */
const LEASE_MS = 60_000

/**
 * Grades a stored submission unless it is graded or another instance has it. A verdict, its grade and the new state
 * are written together; until then the submission stays `received` and can be picked up again.
 */
export async function gradeStoredSubmission(submissionId: string): Promise<void> {
  if (!(await claim(submissionId))) {
    return
  }
  const row = await selectStoredSubmission(submissionId)
  const outcome = await gradeOnce(row)
  if (outcome.kind === 'verdict') {
    await recordVerdict(row, outcome.verdict)
    explainInBackground(row.id)
  } else {
    await recordFailure(row, outcome)
  }
}

/** Claims and grades every submission that waits with nobody at work on it; answers how many it took up. */
export async function gradeWaitingSubmissions(): Promise<number> {
  const rows = await db().submission.findMany({
    where: { state: 'received', ...unclaimed(new Date()) },
    orderBy: { submittedAt: 'asc' },
    select: { id: true },
  })
  await Promise.all(rows.map((row) => gradeStoredSubmission(row.id)))
  return rows.length
}

function unclaimed(now: Date) {
  return { OR: [{ gradingUntil: null }, { gradingUntil: { lt: now } }] }
}

async function claim(submissionId: string): Promise<boolean> {
  const now = new Date()
  const { count } = await db().submission.updateMany({
    where: { id: submissionId, state: 'received', ...unclaimed(now) },
    data: { gradingUntil: new Date(now.getTime() + LEASE_MS) },
  })
  return count === 1
}

/** Runs the grader on a stored submission, with what was conceded of it. */
export async function gradeOnce(row: StoredSubmission): Promise<GradingOutcome> {
  const input = gradingInput(row)
  return input === null
    ? { kind: 'crashed', trace: 'its exercise is not in content/' }
    : gradingPool().run({ kind: 'grade', ...input })
}

async function recordVerdict(row: StoredSubmission, verdict: Verdict): Promise<void> {
  await db().$transaction(async (transaction) => {
    await insertVerdict(transaction, row, verdict)
    await transaction.submission.update({
      where: { id: row.id },
      data: { state: 'graded', gradingUntil: null },
    })
    // Practice is compared with nobody's work and makes no grade.
    if (row.assignment !== null) {
      await recordCreatedIds(transaction, row.id, verdict.steps)
      await recountGrade(transaction, row.assignment, row.userId)
    }
  })
}

/** When this process is stopping, the submission is given back; otherwise grading it failed until somebody tries again. */
async function recordFailure(row: StoredSubmission, outcome: GradingOutcome): Promise<void> {
  if (outcome.kind === 'crashed') {
    console.error(`The grader failed on submission ${row.id}: ${outcome.trace}`)
  }
  await db().submission.updateMany({
    where: { id: row.id, state: 'received' },
    data: { state: outcome.kind === 'closed' ? 'received' : 'not_graded', gradingUntil: null },
  })
}
