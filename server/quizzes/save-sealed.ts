import { requireViewer } from '../access'
import { type Result, succeed } from '../result'
import type { SealedAnswer } from '../views/attempt-view'
import type { Viewer } from '../views/viewer'
import { saveResponse } from './save-response'
import { openSealed } from './sealed-responses'

/**
 * Saves answers that waited sealed in a browser, each as if it were sent now, and tells what became of each. The owner
 * of the attempt gets the answers back in clear, because the browser itself cannot read them; nobody else does.
 */
export async function saveSealedResponses(
  viewer: Viewer | null,
  request: { readonly attemptId: string; readonly sealed: readonly string[] },
): Promise<Result<readonly SealedAnswer[]>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const answers: SealedAnswer[] = []
  for (const sealed of request.sealed) {
    answers.push(await saveSealed(asked.value, request.attemptId, sealed))
  }
  return succeed(answers)
}

async function saveSealed(viewer: Viewer, attemptId: string, sealed: string): Promise<SealedAnswer> {
  const opened = openSealed(attemptId, sealed)
  if (opened === null) {
    return { outcome: 'unreadable', response: null }
  }
  const { at, ...change } = opened
  const saved = await saveResponse(viewer, { attemptId, ...change })
  if (saved.ok) {
    return { outcome: 'saved', response: change }
  }
  return saved.error === 'stale-revision'
    ? { outcome: 'newer', response: null }
    : { outcome: 'refused', response: null }
}
