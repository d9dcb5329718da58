'use server'

import { refresh } from 'next/cache'
import { z } from 'zod'
import { declareSharedMachines } from '@/server/provenance/declare-shared-machines'
import { answerAppealRequest } from '@/server/requests'
import { getViewer } from '@/server/session'
import { answerAppeal } from '@/server/submissions/appeals'

const sharedRequest = z.object({ classId: z.uuid(), shared: z.enum(['yes', 'no']) })

/** Declares that a class's students share machines, or that they do not. */
export async function declareSharedMachinesAction(form: FormData): Promise<void> {
  const { classId, shared } = sharedRequest.parse(Object.fromEntries(form))
  await declareSharedMachines(await getViewer(), classId, shared === 'yes')
  refresh()
}

/** Answers what a student objected to. */
export async function answerAppealAction(form: FormData): Promise<void> {
  await answerAppeal(await getViewer(), answerAppealRequest.parse(Object.fromEntries(form)))
  refresh()
}
