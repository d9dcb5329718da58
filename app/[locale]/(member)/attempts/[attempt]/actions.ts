'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { checkResponse } from '@/server/quizzes/check-response'
import { submitAttempt } from '@/server/quizzes/submit-attempt'
import { attemptQuestionRequest } from '@/server/requests'
import { getViewer } from '@/server/session'

const attemptIdSchema = z.uuid()

/** Hands an attempt in; the page then shows its result. Tells whether it went through. */
export async function submitAttemptAction(attemptId: unknown): Promise<boolean> {
  const parsed = attemptIdSchema.safeParse(attemptId)
  if (!parsed.success) {
    return false
  }
  const answer = await submitAttempt(await getViewer(), parsed.data)
  if (answer.ok) {
    refresh()
  }
  return answer.ok
}

/** Makes one answer final where feedback is given at once; the page then shows it. Tells whether it went through. */
export async function checkResponseAction(request: unknown): Promise<boolean> {
  const parsed = attemptQuestionRequest.safeParse(request)
  if (!parsed.success) {
    return false
  }
  const answer = await checkResponse(await getViewer(), parsed.data)
  if (answer.ok) {
    refresh()
  }
  return answer.ok
}
