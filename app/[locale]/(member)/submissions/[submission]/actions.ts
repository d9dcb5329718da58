'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { getViewer } from '@/server/session'
import { retryGrading } from '@/server/submissions/retry-grading'

const retryRequest = z.object({ submissionId: z.uuid() })

/** Asks for a verdict once more, where the grader ran out of time. */
export async function retryGradingAction(form: FormData): Promise<void> {
  const { submissionId } = retryRequest.parse(Object.fromEntries(form))
  await retryGrading(await getViewer(), submissionId)
  refresh()
}
