import type { StepState } from '@/grader/explain/state-around'
import { requireViewer } from '../access'
import { db } from '../db'
import { gradingPool } from '../jobs/shared-grading-pool'
import { gradingInput, selectStoredSubmission } from '../jobs/stored-submission'
import type { StepStateRequest } from '../requests'
import { fail, type Result, succeed } from '../result'
import type { Viewer } from '../views/viewer'
import { visibleSubmissions } from './visible-submissions'

/**
 * The machine just before and after one command, as the replay holds it to have been: for the submission's owner and the
 * class's staff. Replayed in a worker under the grader's limits; `unavailable` when those were reached.
 */
export async function readStepState(
  viewer: Viewer | null,
  { submissionId, terminal, line }: StepStateRequest,
): Promise<Result<StepState, 'unavailable'>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const found = await db().submission.findFirst({
    where: { id: submissionId, ...visibleSubmissions(asked.value) },
    select: { id: true },
  })
  if (found === null) {
    return fail('not-found')
  }
  const input = gradingInput(await selectStoredSubmission(found.id))
  const outcome = input === null ? null : await gradingPool().run({ kind: 'state', ...input, terminal, line })
  if (outcome?.kind !== 'state') {
    return fail('unavailable')
  }
  return outcome.state === null ? fail('not-found') : succeed(outcome.state)
}
