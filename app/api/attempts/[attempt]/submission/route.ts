import { answer, parseJson } from '@/app/api/json-exchange'
import { submitAttempt } from '@/server/quizzes/submit-attempt'
import { nothingRequest } from '@/server/requests'
import { sessionOf, viewerOf } from '@/server/session-viewer'

interface RouteProps {
  readonly params: Promise<{ readonly attempt: string }>
}

const BODY_BYTES_MAX = 64

/**
 * Hands an attempt in; again, it answers the same. A route handler, so that the reply does not wait for a page. In
 * production scripts/web calls it without Next's router: nothing here may ask Next for anything.
 */
export async function POST(request: Request, { params }: RouteProps): Promise<Response> {
  const parsed = await parseJson(request, nothingRequest, BODY_BYTES_MAX)
  return parsed.ok
    ? answer(await submitAttempt(await viewerOf(await sessionOf(request)), (await params).attempt))
    : parsed.response
}
