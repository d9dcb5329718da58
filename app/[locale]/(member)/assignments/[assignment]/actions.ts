'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { startOrResumeAttempt } from '@/server/quizzes/start-attempt'
import { getViewer } from '@/server/session'

const startRequest = z.object({ assignmentId: z.uuid(), language: z.enum(['fr', 'en']) })

/** Begins an attempt, or goes on with the open one, and leads there; where that is refused the page says why. */
export async function startAttemptAction(form: FormData): Promise<void> {
  const { assignmentId, language } = startRequest.parse(Object.fromEntries(form))
  const answer = await startOrResumeAttempt(await getViewer(), assignmentId)
  redirect(answer.ok ? `/${language}/attempts/${answer.value.attemptId}` : `/${language}/assignments/${assignmentId}`)
}
