import { answer, parseJson } from '@/app/api/json-exchange'
import { readProgress } from '@/server/progress/read-progress'
import { recordProgress } from '@/server/progress/record-progress'
import { progressRequest } from '@/server/requests'
import { type Result, succeed } from '@/server/result'
import { getViewer } from '@/server/session'
import type { ChapterReading } from '@/server/views/progress-view'

const BODY_BYTES_MAX = 65_536

/**
 * How far one has read the course; chapters themselves are the same for everybody. Every reader's page asks: that nobody
 * is signed in is an ordinary answer, `null`.
 */
export async function GET(): Promise<Response> {
  const viewer = await getViewer()
  const progress: Result<readonly ChapterReading[] | null> =
    viewer === null ? succeed(null) : await readProgress(viewer)
  return answer(progress)
}

export async function POST(request: Request): Promise<Response> {
  const parsed = await parseJson(request, progressRequest, BODY_BYTES_MAX)
  return parsed.ok ? answer(await recordProgress(await getViewer(), parsed.value)) : parsed.response
}
