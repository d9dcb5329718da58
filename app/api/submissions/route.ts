import { answer, parseJson } from '@/app/api/json-exchange'
import { SUBMISSION_BYTES_MAX } from '@/app/api/submission-bytes'
import { submitTranscriptRequest } from '@/server/requests'
import { getViewer } from '@/server/session'
import { submitTranscript } from '@/server/submissions/submit-transcript'

/** A pasted session. A route handler because a server action takes 1 MB at most. */
export async function POST(request: Request): Promise<Response> {
  const parsed = await parseJson(request, submitTranscriptRequest, SUBMISSION_BYTES_MAX)
  return parsed.ok ? answer(await submitTranscript(await getViewer(), parsed.value)) : parsed.response
}
