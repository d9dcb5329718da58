import { answer, parseJson } from '@/app/api/json-exchange'
import { readProgress } from '@/server/progress/read-progress'
import { recordProgress } from '@/server/progress/record-progress'
import { progressRequest } from '@/server/requests'
import { getViewer } from '@/server/session'

const BODY_BYTES_MAX = 65_536

/** How far one has read the course; chapters themselves are the same for everybody. */
export async function GET(): Promise<Response> {
  return answer(await readProgress(await getViewer()))
}

export async function POST(request: Request): Promise<Response> {
  const parsed = await parseJson(request, progressRequest, BODY_BYTES_MAX)
  return parsed.ok ? answer(await recordProgress(await getViewer(), parsed.value)) : parsed.response
}
