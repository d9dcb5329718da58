import type { Verdict } from '@/grader/verdict'
import { findExercise } from '../course'
import { db, type Transaction } from '../db'
import { keepBestGrade } from '../grades'
import type { GradingJob, GradingOutcome } from './grading-job'
import { gradingPool } from './shared-grading-pool'

/** How long an instance keeps a submission to itself. A crash in that time is made good by the next sweep. */
const LEASE_MS = 60_000

const NO_EXERCISE: GradingOutcome = { ok: false, error: 'crashed', trace: 'its exercise is not in content/' }

/**
 * Grades a stored submission unless it is graded or another instance has it. A verdict, its grade and the new state
 * are written together; until then the submission stays `received` and can be picked up again.
 */
export async function gradeStoredSubmission(submissionId: string): Promise<void> {
  if (!(await claim(submissionId))) {
    return
  }
  const row = await db().submission.findUniqueOrThrow({
    where: { id: submissionId },
    include: {
      assignment: { select: { slug: true } },
      parts: { orderBy: { position: 'asc' } },
    },
  })
  const job = describeJob(row)
  const outcome: GradingOutcome = job === null ? NO_EXERCISE : await gradingPool().run(job)
  await record(row, outcome)
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

interface StoredSubmission {
  readonly id: string
  readonly assignmentId: string
  readonly userId: string
  readonly drawSeed: number
  readonly assignment: { readonly slug: string }
  readonly parts: readonly {
    readonly kind: 'transcript' | 'file'
    readonly name: string
    readonly content: Uint8Array
  }[]
}

/** `null` when content no longer has the exercise. */
function describeJob(row: StoredSubmission): GradingJob | null {
  const exercise = findExercise(row.assignment.slug)
  if (exercise === null) {
    return null
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const parts = row.parts.map((part) => ({ ...part, text: decoder.decode(part.content) }))
  const transcripts = parts.filter((part) => part.kind === 'transcript').map((part) => part.text)
  const files = parts.filter((part) => part.kind === 'file').map((part): [string, string] => [part.name, part.text])
  return { exercise, submission: { transcripts, files: Object.fromEntries(files), drawSeed: row.drawSeed } }
}

async function record(row: StoredSubmission, outcome: GradingOutcome): Promise<void> {
  if (!outcome.ok) {
    if (outcome.error === 'crashed') {
      console.error(`The grader failed on submission ${row.id}: ${outcome.trace}`)
    }
    await db().submission.updateMany({
      where: { id: row.id, state: 'received' },
      data: { state: 'not_graded', gradingUntil: null },
    })
    return
  }
  const { verdict } = outcome
  await db().$transaction(async (transaction) => {
    await insertVerdict(transaction, row.id, verdict)
    await transaction.submission.update({
      where: { id: row.id },
      data: { state: 'graded', gradingUntil: null },
    })
    await keepBestGrade(transaction, {
      assignmentId: row.assignmentId,
      userId: row.userId,
      points: verdict.score,
      pointsMax: verdict.max,
      attemptId: null,
      submissionId: row.id,
    })
  })
}

/** The document goes in as the very text it serialises to, so that a verdict computed again can be compared byte for byte. */
async function insertVerdict(transaction: Transaction, submissionId: string, verdict: Verdict): Promise<void> {
  const { engine, grader, exercise } = verdict.versions
  await transaction.$executeRaw`
    INSERT INTO "verdict" ("id", "submission_id", "engine_version", "grader_version", "exercise_version",
                           "points", "points_max", "result")
    VALUES (gen_random_uuid(), ${submissionId}::uuid, ${engine}, ${grader}, ${exercise},
            ${verdict.score}, ${verdict.max}, ${JSON.stringify(verdict)}::json)
    ON CONFLICT ("submission_id", "engine_version", "grader_version", "exercise_version") DO NOTHING`
}
