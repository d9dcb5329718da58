import { answer } from '@/app/api/json-exchange'
import { getViewer } from '@/server/session'
import { readAppealCase } from '@/server/submissions/appeal-case'

interface RouteProps {
  readonly params: Promise<{ readonly appeal: string }>
}

/** The case file of an appeal, to be saved. */
export async function GET(_request: Request, { params }: RouteProps): Promise<Response> {
  const { appeal } = await params
  const read = await readAppealCase(await getViewer(), appeal)
  if (!read.ok) {
    return answer(read)
  }
  return new Response(`${JSON.stringify(read.value, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': `attachment; filename="${read.value.exercise}-${appeal.slice(-12)}.json"`,
      'cache-control': 'private, no-store',
    },
  })
}
