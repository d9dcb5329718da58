import type { SaveResponseRequest } from '@/server/requests'
import type { Answer, HttpClient, SentRequest } from './http-client'

/** What a browser sends while somebody takes a quiz. */

const BOUNDARY = '----quai-form'

/** The start button's form, as a browser sends it without scripts. `action`: see `findStartAction`. */
export function startRequest(cookie: string, assignmentId: string, action: string): SentRequest {
  const field = (name: string, value: string) =>
    `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  return {
    method: 'POST',
    path: `/en/assignments/${assignmentId}`,
    cookie,
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
    body: `${field(action, '')}${field('assignmentId', assignmentId)}${field('language', 'en')}--${BOUNDARY}--\r\n`,
  }
}

/** The name under which the start button's form calls the server, from the assignment's page. */
export async function findStartAction(client: HttpClient, cookie: string, assignmentId: string): Promise<string> {
  const page = await client.send({ method: 'GET', path: `/en/assignments/${assignmentId}`, cookie })
  const [, name] = /name="(\$ACTION_ID_[0-9a-f]+)"/.exec(page.text) ?? []
  if (name === undefined) {
    throw new Error(`the page of the assignment has no start button (${page.status})`)
  }
  return name
}

/** The attempt that a start led to; `null` where it led back to the assignment. */
export function startedAttempt(answer: Answer): string | null {
  return /\/attempts\/([0-9a-f-]{36})$/.exec(answer.location ?? '')?.[1] ?? null
}

export function saveRequest(cookie: string | undefined, save: SaveResponseRequest): SentRequest {
  return { method: 'POST', path: '/api/responses', cookie, body: JSON.stringify(save) }
}

export function submitRequest(cookie: string | undefined, attemptId: string): SentRequest {
  return { method: 'POST', path: `/api/attempts/${attemptId}/submission`, cookie, body: '{}' }
}
