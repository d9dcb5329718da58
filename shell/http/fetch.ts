import { contentToText } from '@/engine/files/opaque-text'
import type { Wait } from '@/engine/kernel/process'
import type { System } from '@/engine/kernel/program'
import { dial, hangUpConnection } from '../connection'
import { type HttpRequest, type HttpResponse, parseResponse, printRequest } from './message'
import { httpDate } from './static-files'
import { hostHeader, type Url } from './url'

/** A request that was sent and whose answer is awaited: part of a client's memory. */
export type Fetching = {
  /** Null while nobody answers at all (packets that are dropped). */
  readonly descriptor: number | null
  readonly received: string
  /** When it is given up; null: never. */
  readonly until: number | null
}

export type FetchFailure =
  | 'unknown-host'
  | 'refused'
  | 'reset'
  /** Nobody answered the connection, or the answer, in the time given. */
  | 'no-connection'
  | 'timeout'
  /** It hung up without a word, or what it said is no HTTP, or no TLS. */
  | 'empty'
  | 'not-http'
  | 'not-tls'

export type Fetch =
  | { readonly kind: 'waiting'; readonly fetching: Fetching; readonly wait: Wait }
  | { readonly kind: 'response'; readonly response: HttpResponse }
  | { readonly kind: 'failed'; readonly failure: FetchFailure }

/** How long Linux tries to connect to what does not answer. */
export const connectMs = 130_000
const receivedMax = 4_000_000

function failed(failure: FetchFailure): Fetch {
  return { kind: 'failed', failure }
}

/** A page of the internet, which is not simulated: every address has the same one. */
function internetPage(url: Url, now: number): HttpResponse {
  const body = `<!doctype html>\n<html>\n<head><title>${url.host.replace(/[^\w.-]/g, '')}</title></head>\n<body></body>\n</html>\n`
  const headers = [
    ['Content-Type', 'text/html'],
    ['Date', httpDate(now)],
    ['Content-Length', String(body.length)],
  ] as const
  return { status: 200, reason: 'OK', headers, body }
}

/** Connects, sends the request, and says what to wait for. `timeoutMs`: null where there is no limit. */
export function beginFetch(
  system: System,
  url: Url,
  request: Pick<HttpRequest, 'method' | 'headers' | 'body'>,
  timeoutMs: number | null,
): Fetch {
  const dialled = dial(system, url.host, url.port)
  const until = timeoutMs === null ? null : system.now() + timeoutMs
  switch (dialled.kind) {
    case 'open':
      break
    case 'internet': {
      const page = internetPage(url, system.now())
      return { kind: 'response', response: request.method === 'HEAD' ? { ...page, body: '' } : page }
    }
    case 'unreachable': {
      const latest = system.now() + Math.min(timeoutMs ?? connectMs, connectMs)
      return {
        kind: 'waiting',
        fetching: { descriptor: null, received: '', until: latest },
        wait: { on: 'time', until: latest },
      }
    }
    default:
      return failed(dialled.kind)
  }
  if (url.scheme === 'https') {
    hangUpConnection(system, dialled.descriptor)
    return failed('not-tls')
  }
  const headers = { Host: hostHeader(url), ...request.headers }
  system.write(dialled.descriptor + 1, printRequest({ ...request, headers, target: url.target }))
  return awaitAnswer(dialled.descriptor, '', until)
}

function awaitAnswer(descriptor: number, received: string, until: number | null): Fetch {
  const wait: Wait = { on: 'read', descriptor, ...(until !== null && { until }) }
  return { kind: 'waiting', fetching: { descriptor, received, until }, wait }
}

/** Goes on with what arrived; the answer is whole when the server hangs up. */
export function continueFetch(system: System, { descriptor, received, until }: Fetching): Fetch {
  const isLate = until !== null && system.now() >= until
  if (descriptor === null) return failed('no-connection')
  const read = system.read(descriptor)
  if (read.kind === 'data' && received.length < receivedMax) return awaitAnswer(descriptor, received + read.text, until)
  if (read.kind === 'block' && !isLate) return awaitAnswer(descriptor, received, until)
  hangUpConnection(system, descriptor)
  if (read.kind === 'block') return failed('timeout')
  if (received === '') return failed('empty')
  const response = parseResponse(received)
  return response === null ? failed('not-http') : { kind: 'response', response }
}

/** A header's value, by its name in any case. */
export function headerValue(response: HttpResponse, name: string): string | null {
  return response.headers.find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1] ?? null
}

/** Text of a file to send, or null. */
export function readForUpload(system: System, name: string): string | null {
  const content = system.files.read(system.path(name))
  return content.ok ? contentToText(content.value) : null
}
