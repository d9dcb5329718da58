import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { type PreparedAnswer, prepareAnswer, sendPrepared } from './prepared-answer'
import { everywhereHeaders } from './routes-manifest'

/** Answers a request for a script or style sheet of the build; `false` leaves it to Next. */
export type StaticAssets = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.js': 'application/javascript; charset=UTF-8',
  '.css': 'text/css; charset=UTF-8',
}

/**
 * Scripts and style sheets, compressed once and better: Next compresses them again for each request, with gzip. Only
 * addresses of files that were there at the start are answered.
 * @param root of the checkout, with a build in it.
 */
export function openStaticAssets(root: string): StaticAssets {
  const folder = path.join(root, '.next/static')
  const common = everywhereHeaders(readFileSync(path.join(root, '.next/routes-manifest.json'), 'utf8'))
  const known = new Map<string, { readonly file: string; readonly type: string }>()
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const type = CONTENT_TYPES[path.extname(name)]
    if (type === undefined) continue
    known.set(`/_next/static/${name.split(path.sep).join('/')}`, { file: path.join(folder, name), type })
  }
  const prepared = new Map<string, Promise<PreparedAnswer>>()
  return async (request, response) => {
    const pathname = request.url ?? ''
    const asset = known.get(pathname)
    if (asset === undefined || (request.method !== 'GET' && request.method !== 'HEAD')) return false
    const answer = prepared.get(pathname) ?? prepareAsset(asset.file, { ...common, ...headersOf(asset.type) })
    prepared.set(pathname, answer)
    sendPrepared(request, response, await answer)
    return true
  }
}

async function prepareAsset(file: string, headers: Readonly<Record<string, string>>): Promise<PreparedAnswer> {
  return prepareAnswer(await readFile(file), headers, 10)
}

/** Their names change with what is in them. */
function headersOf(type: string): Readonly<Record<string, string>> {
  return { 'Content-Type': type, 'Cache-Control': 'public, max-age=31536000, immutable', Vary: 'Accept-Encoding' }
}
