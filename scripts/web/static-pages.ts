import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { z } from 'zod'
import { type PreparedAnswer, prepareAnswer, sendPrepared } from './prepared-answer'
import { everywhereHeaders } from './routes-manifest'

/** The part of Next's records of a build that says which pages were drawn then. */
const Prerendered = z.object({
  routes: z.record(z.string(), z.object({ initialRevalidateSeconds: z.union([z.literal(false), z.number()]) })),
})

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
  const pages = new Map<string, Promise<PreparedAnswer | null>>()
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
    sendPrepared(request, response, page)
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
): Promise<PreparedAnswer | null> {
  const file = path.join(folder, 'server/app', pathname)
  const html = policy === null ? null : readOptional(`${file}.html`)
  const body = html ?? readOptional(`${file}.body`)
  if (body === null) return null
  const own = html === null ? readHeaders(file) : { 'Content-Security-Policy': policy ?? '', ...HTML }
  const headers = {
    ...common,
    ...own,
    'Cache-Control': 'public, max-age=0, must-revalidate',
    Vary: 'rsc, next-router-state-tree, next-router-prefetch, next-router-segment-prefetch, Accept-Encoding',
  }
  return prepareAnswer(body, headers, 9)
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
