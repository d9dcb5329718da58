import { answer, parseJson } from '@/app/api/json-exchange'
import { SUBMISSION_BYTES_MAX } from '@/app/api/submission-bytes'
import { submitPractice } from '@/server/practice/submit-practice'
import { practiceRequest } from '@/server/requests'
import { getViewer } from '@/server/session'

/** A pasted session of an exercise that is practised outside an assignment. */
export async function POST(request: Request): Promise<Response> {
  const parsed = await parseJson(request, practiceRequest, SUBMISSION_BYTES_MAX)
  return parsed.ok ? answer(await submitPractice(await getViewer(), parsed.value)) : parsed.response
}
