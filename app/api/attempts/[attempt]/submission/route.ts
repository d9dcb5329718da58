import { answer, parseJson } from '@/app/api/json-exchange'
import { submitAttempt } from '@/server/quizzes/submit-attempt'
import { nothingRequest } from '@/server/requests'
import { getViewer } from '@/server/session'

interface RouteProps {
  readonly params: Promise<{ readonly attempt: string }>
}

const BODY_BYTES_MAX = 64

/** Hands an attempt in; again, it answers the same. A route handler, so that the reply does not wait for a page. */
export async function POST(request: Request, { params }: RouteProps): Promise<Response> {
  const parsed = await parseJson(request, nothingRequest, BODY_BYTES_MAX)
  return parsed.ok ? answer(await submitAttempt(await getViewer(), (await params).attempt)) : parsed.response
}
