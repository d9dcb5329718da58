import { answer, parseJson } from '@/app/api/json-exchange'
import { leaveQuestion } from '@/server/quizzes/leave-question'
import { attemptQuestionRequest } from '@/server/requests'
import { getViewer } from '@/server/session'

const BODY_BYTES_MAX = 1_024

/** A question is left for good, where there is no way back. */
export async function POST(request: Request): Promise<Response> {
  const parsed = await parseJson(request, attemptQuestionRequest, BODY_BYTES_MAX)
  return parsed.ok ? answer(await leaveQuestion(await getViewer(), parsed.value)) : parsed.response
}
