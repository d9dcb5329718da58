'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { startOrResumeAttempt } from '@/server/quizzes/start-attempt'
import { takeHintRequest } from '@/server/requests'
import { getViewer } from '@/server/session'
import { takeHint } from '@/server/submissions/hints'

const startRequest = z.object({ assignmentId: z.uuid(), language: z.enum(['fr', 'en']) })

/** Begins an attempt, or goes on with the open one, and leads there; where that is refused the page says why. */
export async function startAttemptAction(form: FormData): Promise<void> {
  const { assignmentId, language } = startRequest.parse(Object.fromEntries(form))
  const answer = await startOrResumeAttempt(await getViewer(), assignmentId)
  redirect(answer.ok ? `/${language}/attempts/${answer.value.attemptId}` : `/${language}/assignments/${assignmentId}`)
}

/** Takes a hint at its price; where that is refused the page says why nothing can be taken. */
export async function takeHintAction(form: FormData): Promise<void> {
  await takeHint(await getViewer(), takeHintRequest.parse(Object.fromEntries(form)))
  refresh()
}
