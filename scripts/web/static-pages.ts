import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { z } from 'zod'
import { everywhereHeaders } from './routes-manifest'

/** The part of Next's records of a build that says which pages were drawn then. */
const Prerendered = z.object({
  routes: z.record(z.string(), z.object({ initialRevalidateSeconds: z.union([z.literal(false), z.number()]) })),
})

type Encoding = 'identity' | 'gzip' | 'br'

/** A page, or what a route handler answered at build, as it is sent, ready in every encoding. */
interface StaticPage {
  readonly etag: string
  readonly bodies: Readonly<Record<Encoding, Buffer>>
  readonly headers: Readonly<Record<string, string>>
}

/** Answers a request for a page that was drawn at build; `false` leaves it to Next. */
export type StaticPages = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

/**
 * Pages that are the same for everybody, sent from memory: Next takes each through its whole router, which costs ten
 * times as much. What Next would say is said here too.
 * @param root of the checkout, with a build in it.
 * @param policy the Content-Security-Policy of a page drawn at build, by its path; `null` for any other.
 */
export function openStaticPages(root: string, policy: (pathname: string) => string | null): StaticPages {
  const folder = path.join(root, '.next')
  const read = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
  const routes = Object.entries(Prerendered.parse(read('prerender-manifest.json')).routes)
  const known = new Set(routes.flatMap(([name, route]) => (route.initialRevalidateSeconds === false ? [name] : [])))
  const common = everywhereHeaders(readFileSync(path.join(folder, 'routes-manifest.json'), 'utf8'))
  const pages = new Map<string, Promise<StaticPage | null>>()
  const find = (pathname: string) => {
    const page = pages.get(pathname) ?? preparePage(folder, pathname, policy(pathname), common)
    pages.set(pathname, page)
    return page
  }
  return async (request, response) => {
    const pathname = request.url ?? ''
    if (!isForPage(request) || !known.has(pathname)) return false
    const page = await find(pathname)
    if (page === null) return false
    send(request, response, page)
    return true
  }
}

/** Not for a part of a page: those that Next's router in the browser asks for say so. */
function isForPage({ method, headers }: IncomingMessage): boolean {
  return (method === 'GET' || method === 'HEAD') && headers.rsc === undefined && headers['next-action'] === undefined
}

async function preparePage(
  folder: string,
  pathname: string,
  policy: string | null,
  common: Readonly<Record<string, string>>,
): Promise<StaticPage | null> {
  const file = path.join(folder, 'server/app', pathname)
  const html = policy === null ? null : readOptional(`${file}.html`)
  const body = html ?? readOptional(`${file}.body`)
  if (body === null) return null
  const own = html === null ? readHeaders(file) : { 'Content-Security-Policy': policy ?? '', ...HTML }
  const [small, smaller] = await Promise.all([
    promisify(gzip)(body, { level: 9 }),
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  ])
  return {
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    bodies: { identity: body, gzip: small, br: smaller },
    headers: {
      ...common,
      ...own,
      'Cache-Control': 'public, max-age=0, must-revalidate',
      Vary: 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding',
    },
  }
}

const HTML = { 'Content-Type': 'text/html; charset=utf-8' }

/** What a route handler that ran at build said of its answer. */
const Meta = z.object({ headers: z.object({ 'content-type': z.string() }) })

function readHeaders(file: string): Readonly<Record<string, string>> {
  const meta = readOptional(`${file}.meta`)
  return meta === null ? {} : { 'Content-Type': Meta.parse(JSON.parse(meta.toString('utf8'))).headers['content-type'] }
}

function readOptional(file: string): Buffer | null {
  try {
    return readFileSync(file)
  } catch {
    return null
  }
}

function send(request: IncomingMessage, response: ServerResponse, page: StaticPage): void {
  if (request.headers['if-none-match'] === page.etag) {
    response.writeHead(304, { ...page.headers, ETag: page.etag }).end()
    return
  }
  const encoding = chooseEncoding(String(request.headers['accept-encoding'] ?? ''))
  const body = page.bodies[encoding]
  response.writeHead(200, {
    ...page.headers,
    ETag: page.etag,
    'Content-Length': body.length,
    ...(encoding === 'identity' ? {} : { 'Content-Encoding': encoding }),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}

function chooseEncoding(accepted: string): Encoding {
  const names = accepted.split(',').map((one) => one.trim())
  const accepts = (name: Encoding) =>
    names.some((one) => one === name || (one.startsWith(`${name};`) && !/q=0(?:\.0*)?$/.test(one)))
  return accepts('br') ? 'br' : accepts('gzip') ? 'gzip' : 'identity'
}
