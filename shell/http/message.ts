/** A request as it goes over a connection. */
export interface HttpRequest {
  readonly method: string
  /** Path and query. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A response. Lines end in line feeds only: a terminal shows no difference. */
export interface HttpResponse {
  readonly status: number
  readonly reason: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

const headerMax = 16_384

function splitHead(text: string): { readonly lines: readonly string[]; readonly body: string } | null {
  const end = text.indexOf('\n\n')
  if (end < 0) return null
  return { lines: text.slice(0, end).split('\n'), body: text.slice(end + 2) }
}

function headerOf(line: string): readonly [string, string] {
  const colon = line.indexOf(':')
  return colon < 0 ? [line, ''] : [line.slice(0, colon), line.slice(colon + 1).trim()]
}

export function printRequest(request: HttpRequest): string {
  const headers = Object.entries(request.headers).map(([name, value]) => `${name}: ${value}\n`)
  const length = request.body === '' ? '' : `Content-Length: ${request.body.length}\n`
  return `${request.method} ${request.target} HTTP/1.1\n${headers.join('')}${length}\n${request.body}`
}

/** A request as it arrived so far: `partial` until its head is whole, `invalid` where it is no HTTP at all. */
export function parseRequest(text: string): HttpRequest | 'partial' | 'invalid' {
  const normal = text.replaceAll('\r\n', '\n')
  const head = splitHead(normal)
  if (head === null) return normal.length > headerMax ? 'invalid' : 'partial'
  const [first = '', ...lines] = head.lines
  const match = /^([A-Z]{1,16}) (\S{1,8192})(?: HTTP\/1\.[01])?$/.exec(first)
  if (match === null) return 'invalid'
  const headers = Object.fromEntries(lines.map(headerOf).map(([name, value]) => [name.toLowerCase(), value]))
  if (head.body.length < Number(headers['content-length'] ?? 0)) return 'partial'
  return { method: match[1] ?? 'GET', target: match[2] ?? '/', headers, body: head.body }
}

export function printHead(response: HttpResponse): string {
  const headers = response.headers.map(([name, value]) => `${name}: ${value}\n`)
  return `HTTP/1.1 ${response.status} ${response.reason}\n${headers.join('')}\n`
}

/** The whole of what a server sent before it hung up; null where it is no HTTP response. */
export function parseResponse(text: string): HttpResponse | null {
  const head = splitHead(text)
  if (head === null) return null
  const [first = '', ...lines] = head.lines
  const match = /^HTTP\/1\.[01] (\d{3}) ?(.*)$/.exec(first)
  if (match === null) return null
  return { status: Number(match[1]), reason: match[2] ?? '', headers: lines.map(headerOf), body: head.body }
}
