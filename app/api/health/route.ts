import { isDatabaseReachable } from '@/server/health'

/** For `npm start`, tests and monitors: 200 once pages can be served, 503 while the database does not answer. */
export async function GET(): Promise<Response> {
  const ready = await isDatabaseReachable()
  return Response.json({ ready }, { status: ready ? 200 : 503 })
}

export const dynamic = 'force-dynamic'
