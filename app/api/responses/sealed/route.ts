import { answer, parseJson } from '@/app/api/json-exchange'
import { saveSealedResponses } from '@/server/quizzes/save-sealed'
import { sealedResponsesRequest } from '@/server/requests'
import { getViewer } from '@/server/session'

const BODY_BYTES_MAX = 1_048_576

/** Answers that waited encrypted in a browser. */
export async function POST(request: Request): Promise<Response> {
  const parsed = await parseJson(request, sealedResponsesRequest, BODY_BYTES_MAX)
  return parsed.ok ? answer(await saveSealedResponses(await getViewer(), parsed.value)) : parsed.response
}
