import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { POST as submit } from '@/app/api/attempts/[attempt]/submission/route'
import { POST as saveAnswer } from '@/app/api/responses/route'
import { everywhereHeaders } from './routes-manifest'

/** Answers a request that is not Next's to answer; `false` leaves it to Next. */
export type DirectAnswers = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/** Larger bodies are cut here; the handler refuses them by its own, lower limit. */
const BODY_BYTES_MAX = 65_536

const SUBMISSION = /^\/api\/attempts\/([0-9a-f-]{36})\/submission$/

/** The route handler of a request, where it is one of those that are answered here. */
function handlerOf({ method, url = '' }: IncomingMessage): ((request: Request) => Promise<Response>) | null {
  if (method !== 'POST') return null
  if (url === '/api/responses') return saveAnswer
  const attempt = SUBMISSION.exec(url)?.[1]
  return attempt === undefined ? null : (request) => submit(request, { params: Promise.resolve({ attempt }) })
}

/**
 * The requests that a whole class sends at one moment while it is in a quiz, saving an answer and handing in, straight
 * to their route handlers: Next's router around them costs more than a save. The answer is the same.
 * @param root of the checkout, with a build in it.
 */
export function openDirectAnswers(root: string): DirectAnswers {
  const common = everywhereHeaders(readFileSync(path.join(root, '.next/routes-manifest.json'), 'utf8'))
  return async (request, response) => {
    const handle = handlerOf(request)
    if (handle === null) return false
    const answer = await handle(await toWebRequest(request))
    const body = Buffer.from(await answer.arrayBuffer())
    response.writeHead(answer.status, {
      ...common,
      ...Object.fromEntries(answer.headers),
      'Content-Length': body.length,
    })
    response.end(body)
    return true
  }
}

async function toWebRequest(request: IncomingMessage): Promise<Request> {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    headers.set(name, Array.isArray(value) ? value.join(', ') : (value ?? ''))
  }
  const body = await readBody(request)
  // The handler compares origins by the headers; the host of the address is a form.
  return new Request(`http://localhost${request.url ?? ''}`, { method: 'POST', headers, body })
}

/** What comes after the limit is read and dropped, so that the refusal can be heard. */
async function readBody(request: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request) {
    if (length <= BODY_BYTES_MAX) chunks.push(chunk)
    length += chunk.length
  }
  return new Uint8Array(Buffer.concat(chunks))
}
