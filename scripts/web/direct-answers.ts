import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { POST as saveAnswer } from '@/app/api/responses/route'
import { everywhereHeaders } from './routes-manifest'

/** Answers a request that is not Next's to answer; `false` leaves it to Next. */
export type DirectAnswers = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/** Larger bodies are cut here; the handler refuses them by its own, lower limit. */
const BODY_BYTES_MAX = 65_536

/**
 * The one request that a whole class sends again and again while it is in a quiz, saving an answer, straight to its
 * route handler: Next's router around it costs more than the save. The answer is the same.
 * @param root of the checkout, with a build in it.
 */
export function openDirectAnswers(root: string): DirectAnswers {
  const common = everywhereHeaders(readFileSync(path.join(root, '.next/routes-manifest.json'), 'utf8'))
  return async (request, response) => {
    if (request.method !== 'POST' || request.url !== '/api/responses') return false
    const answer = await saveAnswer(await toWebRequest(request))
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
  // The handler compares origins by the headers; the address is a form.
  return new Request('http://localhost/api/responses', { method: 'POST', headers, body })
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
