import { textToContent } from '@/engine/files/opaque-text'
import type { Program, System } from '@/engine/kernel/program'
import { fileErrorText } from '../file-error'
import { beginFetch, continueFetch, type Fetch, type FetchFailure, type Fetching } from '../http/fetch'
import { fileNameOf, parseUrl, type Url } from '../http/url'
import { defineProgram, type Turn } from './define'
import { busyboxWget } from './wget-busybox'
import { gnuWget } from './wget-gnu'
import { readWgetOptions, type WgetOptions } from './wget-options'

/** The words of one implementation. */
export interface WgetVoice {
  readonly agent: string
  /** Said before the answer comes. */
  readonly connecting: (options: WgetOptions, url: Url, system: System) => string
  readonly failed: (
    failure: FetchFailure,
    options: WgetOptions,
    url: Url,
    system: System,
  ) => { readonly status: number; readonly error: string }
  readonly refused: (
    options: WgetOptions,
    response: Extract<Fetch, { kind: 'response' }>['response'],
    url: Url,
    system: System,
  ) => { readonly status: number; readonly error: string }
  /** What is said around the page, saved as `name` (null: to standard output; 'spider': not at all). */
  readonly saved: (
    options: WgetOptions,
    response: Extract<Fetch, { kind: 'response' }>['response'],
    name: string | null | 'spider',
    url: Url,
    system: System,
  ) => string
  readonly noUrl: string
  readonly version: string
}

type WgetMemory = { readonly argv: readonly string[]; readonly fetching: Fetching | null }

/** wget of GNU never writes over a file: it counts up. busybox refuses. */
function freeName(system: System, name: string): string {
  let candidate = name
  for (let count = 1; count < 1000 && system.files.stat(system.path(candidate)).ok; count += 1)
    candidate = `${name}.${count}`
  return candidate
}

function save(
  system: System,
  options: WgetOptions,
  url: Url,
  fetch: Extract<Fetch, { kind: 'response' }>,
  voice: WgetVoice,
): Turn<WgetMemory> {
  const { response } = fetch
  if (response.status >= 400) return voice.refused(options, response, url, system)
  if (options.isSpider) return { status: 0, error: voice.saved(options, response, 'spider', url, system) }
  if (options.output === '-')
    return { status: 0, output: response.body, error: voice.saved(options, response, null, url, system) }
  const isBusybox = system.process.flavour === 'busybox'
  const remote = fileNameOf(url) === '' ? 'index.html' : fileNameOf(url)
  const name = options.output ?? (isBusybox ? remote : freeName(system, remote))
  if (isBusybox && options.output === null && system.files.stat(system.path(name)).ok)
    return { status: 1, error: `wget: can't open '${name}': File exists\n` }
  const written =
    name === '/dev/null' ? ({ ok: true } as const) : system.files.write(system.path(name), textToContent(response.body))
  if (!written.ok) {
    const reason = fileErrorText(written.error)
    return isBusybox
      ? { status: 1, error: `wget: can't open '${name}': ${reason}\n` }
      : { status: 3, error: `${name}: ${reason}\n\nCannot write to '${name}' (Success).\n` }
  }
  return { status: 0, error: voice.saved(options, response, name, url, system) }
}

function settle(
  memory: WgetMemory,
  system: System,
  options: WgetOptions,
  url: Url,
  fetch: Fetch,
  voice: WgetVoice,
): Turn<WgetMemory> {
  if (fetch.kind === 'waiting') return { memory: { ...memory, fetching: fetch.fetching }, wait: fetch.wait }
  return fetch.kind === 'failed'
    ? voice.failed(fetch.failure, options, url, system)
    : save(system, options, url, fetch, voice)
}

/** wget, of GNU or of busybox. */
export const wget: Program = defineProgram<WgetMemory>('wget', {
  begin: (argv) => ({ argv, fetching: null }),
  turn(memory, system): Turn<WgetMemory> {
    const voice = system.process.flavour === 'busybox' ? busyboxWget : gnuWget
    const options = readWgetOptions(memory.argv.slice(1))
    if (options.isVersion) return { status: 0, output: voice.version }
    if (options.url === null) return { status: 1, error: voice.noUrl }
    const url = parseUrl(options.url)
    if (url === null)
      return {
        status: 1,
        error:
          system.process.flavour === 'busybox'
            ? `wget: not an http or ftp url: ${options.url}\n`
            : `${options.url}: Unsupported scheme.\n`,
      }
    if (memory.fetching !== null)
      return settle(memory, system, options, url, continueFetch(system, memory.fetching), voice)
    const request = {
      method: options.body === null ? (options.isSpider ? 'HEAD' : 'GET') : 'POST',
      headers: { 'User-Agent': voice.agent, ...options.headers },
      body: options.body ?? '',
    }
    const turn = settle(memory, system, options, url, beginFetch(system, url, request, options.timeoutMs), voice)
    return { ...turn, error: voice.connecting(options, url, system) + (turn.error ?? '') }
  },
})
