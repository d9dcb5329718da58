'use server'

import { refresh } from 'next/cache'
import { checkResponse } from '@/server/quizzes/check-response'
import { attemptQuestionRequest } from '@/server/requests'
import { getViewer } from '@/server/session'

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
