import type { Json } from '@/engine/json'
import type { Served } from '../programs/server'
import { type HttpRequest, type HttpResponse, parseRequest, printHead } from './message'

export interface Answer {
  readonly response: HttpResponse
  /** Lines of its log. */
  readonly output?: string
  readonly error?: string
}

/** Serves one HTTP request a connection: every simulated server closes after its answer. */
export function serveHttp<State extends Json>(
  state: State,
  received: string,
  answer: (request: HttpRequest) => Answer,
  invalid: () => Answer,
): Served<State> {
  const request = parseRequest(received)
  if (request === 'partial') return { state, rest: received }
  const { response, output, error } = request === 'invalid' ? invalid() : answer(request)
  const body = request !== 'invalid' && request.method === 'HEAD' ? '' : response.body
  return {
    state,
    rest: '',
    send: printHead(response) + body,
    close: true,
    ...(output !== undefined && { output }),
    ...(error !== undefined && { error }),
  }
}
