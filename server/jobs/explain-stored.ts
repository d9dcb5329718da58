import type { Explanation } from '@/grader/verdict'
import { db } from '../db'
import { verdictSchema } from '../stored/verdict-schema'
import type { GradingOutcome } from './grading-job'
import { gradingPool } from './shared-grading-pool'
import { gradingInput, selectStoredSubmission } from './stored-submission'

/** After this, an explanation that is still missing was lost with the process that worked on it. */
const ABANDONED_MS = 60_000

/** What is stored where the search for an explanation failed: there is none, and it is not searched again. */
const NO_EXPLANATION: Explanation = { goals: [], repairs: [], misconception: null }

const inBackground = new Set<Promise<void>>()

/** The score never waits for its explanation: whoever asked for a grade goes on at once. */
export function explainInBackground(submissionId: string): void {
  const work = explainSubmission(submissionId)
    .catch((error: unknown) => {
      console.error(`The verdict of submission ${submissionId} could not be explained:`, error)
    })
    .finally(() => inBackground.delete(work))
  inBackground.add(work)
}

/** Waits for what was begun in the background, for a process that is about to end. */
export async function finishExplanations(): Promise<void> {
  await Promise.all(inBackground)
}

/** Explains verdicts that a crash left without; answers how many. With `olderThanMs` 0 all of them. */
export async function explainWaitingVerdicts(olderThanMs: number = ABANDONED_MS): Promise<number> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT DISTINCT "submission_id" AS "id" FROM "verdict"
    WHERE "explanation" IS NULL AND "created_at" <= ${new Date(Date.now() - olderThanMs)}`
  await Promise.all(rows.map((row) => explainSubmission(row.id)))
  return rows.length
}

/** Explains the newest verdict of a submission, if it is not explained yet. */
async function explainSubmission(submissionId: string): Promise<void> {
  const verdict = await db().verdict.findFirst({
    where: { submissionId },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
  if (verdict === null || verdict.explanation !== null) {
    return
  }
  const explanation = explanationOf(submissionId, await explain(submissionId, verdict.result))
  if (explanation !== null) {
    await db().$executeRaw`
      UPDATE "verdict" SET "explanation" = ${JSON.stringify(explanation)}::json WHERE "id" = ${verdict.id}::uuid`
  }
}

async function explain(submissionId: string, result: unknown): Promise<GradingOutcome> {
  const input = gradingInput(await selectStoredSubmission(submissionId))
  return input === null
    ? { kind: 'crashed', trace: 'its exercise is not in content/' }
    : gradingPool().run({ kind: 'explain', ...input, verdict: verdictSchema.parse(result) })
}

/** What to store; `null` when the process is stopping and another one shall do it. */
function explanationOf(submissionId: string, outcome: GradingOutcome): Explanation | null {
  if (outcome.kind === 'explanation') {
    return outcome.explanation
  }
  if (outcome.kind === 'crashed') {
    console.error(`The explanation of submission ${submissionId} failed: ${outcome.trace}`)
  }
  return outcome.kind === 'closed' ? null : NO_EXPLANATION
}
