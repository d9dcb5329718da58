'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { submitAttempt } from '@/server/quizzes/submit-attempt'
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
