'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import type { StepState } from '@/grader/explain/state-around'
import { openAppealRequest, stepStateRequest } from '@/server/requests'
import { getViewer } from '@/server/session'
import { openAppeal } from '@/server/submissions/appeals'
import { readStepState } from '@/server/submissions/read-step-state'
import { retryGrading } from '@/server/submissions/retry-grading'

const retryRequest = z.object({ submissionId: z.uuid() })

/** Asks for a verdict once more, where the grader ran out of time. */
export async function retryGradingAction(form: FormData): Promise<void> {
  const { submissionId } = retryRequest.parse(Object.fromEntries(form))
  await retryGrading(await getViewer(), submissionId)
  refresh()
}

/** The machine before and after a command; `null` when it cannot be told. */
export async function readStepStateAction(place: unknown): Promise<StepState | null> {
  const answer = await readStepState(await getViewer(), stepStateRequest.parse(place))
  return answer.ok ? answer.value : null
}

/** Objects to what is said of a command; answers whether that was taken. */
export async function openAppealAction(place: unknown, comment: string): Promise<boolean> {
  const request = openAppealRequest.safeParse({ ...stepStateRequest.parse(place), comment })
  return request.success && (await openAppeal(await getViewer(), request.data)).ok
}
