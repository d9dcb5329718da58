import { answer, parseJson } from '@/app/api/json-exchange'
import { saveResponse } from '@/server/quizzes/save-response'
import { saveResponseRequest } from '@/server/requests'
import { getViewer } from '@/server/session'

const BODY_BYTES_MAX = 32_768

/** Autosave of one answer. A route handler rather than an action: actions queue behind each other and refresh the page. */
export async function POST(request: Request): Promise<Response> {
  const parsed = await parseJson(request, saveResponseRequest, BODY_BYTES_MAX)
  return parsed.ok ? answer(await saveResponse(await getViewer(), parsed.value)) : parsed.response
}
