import { answer, parseJson } from '@/app/api/json-exchange'
import { submitTranscriptRequest } from '@/server/requests'
import { getViewer } from '@/server/session'
import { submitTranscript } from '@/server/submissions/submit-transcript'

/** Five transcripts and ten files of 1 MiB as JSON would be more; nobody has that. */
const BODY_BYTES_MAX = 8 * 1_048_576

/** A pasted session. A route handler because a server action takes 1 MB at most. */
export async function POST(request: Request): Promise<Response> {
  const parsed = await parseJson(request, submitTranscriptRequest, BODY_BYTES_MAX)
  return parsed.ok ? answer(await submitTranscript(await getViewer(), parsed.value)) : parsed.response
}
