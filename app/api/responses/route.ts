import { answer, parseJson } from '@/app/api/json-exchange'
import { saveInSession } from '@/server/quizzes/save-response'
import { saveResponseRequest } from '@/server/requests'
import { sessionOf } from '@/server/session-viewer'

const BODY_BYTES_MAX = 32_768

/**
 * Autosave of one answer. A route handler rather than an action: actions queue behind each other and refresh the page.
 * In production scripts/web calls it without Next's router: nothing here may ask Next for anything.
 */
export async function POST(request: Request): Promise<Response> {
  const parsed = await parseJson(request, saveResponseRequest, BODY_BYTES_MAX)
  return parsed.ok ? answer(await saveInSession(await sessionOf(request), parsed.value)) : parsed.response
}
