import { textToContent } from '@/engine/files/opaque-text'
import type { Program, System } from '@/engine/kernel/program'
import { fileErrorText } from '../file-error'
import {
  beginFetch,
  connectMs,
  continueFetch,
  type Fetch,
  type FetchFailure,
  type Fetching,
  headerValue,
  readForUpload,
} from '../http/fetch'
import { type HttpResponse, printHead } from '../http/message'
import { byteLength } from '../http/static-files'
import { fileNameOf, hostHeader, parseUrl, type Url } from '../http/url'
import { resolveHost } from '../network'
import { type CurlOptions, readCurlOptions } from './curl-options'
import { defineProgram, type Turn } from './define'

type CurlMemory = {
  readonly argv: readonly string[]
  readonly fetching: Fetching | null
  /** URLs that are left; the first is being fetched. */
  readonly urls: readonly string[]
  /** Redirections followed for it. */
  readonly moves: number
  readonly startedAt: number
  readonly status: number
}

/** A line of curl's failure: its number and sentence. */
type Failure = readonly [status: number, text: string]

const agent = 'curl/7.88.1'
const movesMax = 50
const hint = "curl: try 'curl --help' or 'curl --manual' for more information\n"
const version =
  'curl 7.88.1 (x86_64-pc-linux-gnu) libcurl/7.88.1 OpenSSL/3.0.17 zlib/1.2.13\nRelease-Date: 2023-02-20, security patched: 7.88.1-10+deb12u14\nProtocols: dict file ftp ftps gopher http https imap ldap mqtt pop3 rtsp scp sftp smb smtp telnet tftp\nFeatures: alt-svc AsynchDNS HSTS HTTP2 HTTPS-proxy IPv6 Largefile libz NTLM SSL TLS-SRP UnixSockets\n'
const help =
  'Usage: curl [options...] <url>\n -d, --data <data>          HTTP POST data\n -f, --fail                 Fail fast with no output on HTTP errors\n -h, --help <category>      Get help for commands\n -i, --include              Include protocol response headers in the output\n -o, --output <file>        Write to file instead of stdout\n -O, --remote-name          Write output to a file named as the remote file\n -s, --silent               Silent mode\n -v, --verbose              Make the operation more talkative\n -V, --version              Show version number and quit\n'

function failureOf(failure: FetchFailure, url: Url, waitedMs: number): Failure {
  const place = `${url.host} port ${url.port}`
  switch (failure) {
    case 'unknown-host':
      return [6, `Could not resolve host: ${url.host}`]
    case 'refused':
      return [7, `Failed to connect to ${place} after 0 ms: Couldn't connect to server`]
    case 'reset':
      return [56, 'Recv failure: Connection reset by peer']
    case 'no-connection':
      return waitedMs >= connectMs
        ? [28, `Failed to connect to ${place} after ${waitedMs} ms: Couldn't connect to server`]
        : [28, `Connection timed out after ${waitedMs} milliseconds`]
    case 'timeout':
      return [28, `Operation timed out after ${waitedMs} milliseconds with 0 bytes received`]
    case 'empty':
      return [52, 'Empty reply from server']
    case 'not-http':
      return [1, 'Received HTTP/0.9 when not allowed']
    default:
      return [35, 'error:0A00010B:SSL routines::wrong version number']
  }
}

function methodOf(options: CurlOptions): string {
  return options.method ?? (options.isHead ? 'HEAD' : options.data === null ? 'GET' : 'POST')
}

/** What is sent: the data itself, or the file that `@name` means. */
function bodyOf({ data }: CurlOptions, system: System): string {
  if (data === null) return ''
  return data.startsWith('@') ? (readForUpload(system, data.slice(1)) ?? '') : data
}

function headersOf(options: CurlOptions): Readonly<Record<string, string>> {
  const form: Readonly<Record<string, string>> =
    options.data === null ? {} : { 'Content-Type': 'application/x-www-form-urlencoded' }
  return { 'User-Agent': agent, Accept: '*/*', ...form, ...options.headers }
}

const meterHead =
  '  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n'
const meterTail = '--:--:-- --:--:-- --:--:-- '

/** The progress meter, shown where the page itself does not go to the terminal. */
function meter(options: CurlOptions, system: System, size: number | null): string {
  const isSaved = options.output !== null || options.savesByName
  if (options.isSilent || (system.isTerminal(1) && !isSaved)) return ''
  if (size === null) return `${meterHead}  0     0    0     0    0     0      0      0 ${meterTail}    0\n`
  const count = String(size).padStart(5)
  const speed = (size < 100 ? String(size * 970) : `${Math.round(size * 0.97)}k`).padStart(5)
  return `${meterHead}100 ${count}  100 ${count}    0     0  ${speed}      0 ${meterTail}${speed}\n`
}

function writeOut(template: string, system: System, url: Url, response: HttpResponse | null, moves: number): string {
  const values: Readonly<Record<string, string>> = {
    http_code: String(response?.status ?? 0).padStart(3, '0'),
    response_code: String(response?.status ?? 0).padStart(3, '0'),
    size_download: String(response === null ? 0 : byteLength(response.body)),
    content_type: response === null ? '' : (headerValue(response, 'Content-Type') ?? ''),
    url_effective: `${url.scheme}://${hostHeader(url)}${url.target}`,
    num_redirects: String(moves),
    remote_ip: response === null ? '' : (resolveHost(system, url.host)?.address ?? ''),
    remote_port: response === null ? '0' : String(url.port),
    time_total: '0.001024',
    time_connect: '0.000341',
  }
  const escapes: Readonly<Record<string, string>> = { '\\n': '\n', '\\t': '\t', '\\r': '\r' }
  return template
    .replace(/%\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? (values[name] ?? whole) : whole))
    .replace(/\\[ntr]/g, (whole) => escapes[whole] ?? whole)
}

function conversation(options: CurlOptions, system: System, url: Url, response: HttpResponse | null): string {
  if (!options.isVerbose) return ''
  const address = resolveHost(system, url.host)?.address
  if (address === undefined) return `* Could not resolve host: ${url.host}\n* Closing connection 0\n`
  const trying = `*   Trying ${address}:${url.port}...\n`
  if (response === null) return `${trying}* Closing connection 0\n`
  const request = [
    `${methodOf(options)} ${url.target} HTTP/1.1`,
    `Host: ${hostHeader(url)}`,
    ...Object.entries(headersOf(options)).map(([name, value]) => `${name}: ${value}`),
    '',
  ]
  const head = printHead(response).trimEnd().split('\n')
  return `${trying}* Connected to ${url.host} (${address}) port ${url.port} (#0)\n${request.map((line) => `> ${line}\n`).join('')}${[...head, ''].map((line) => `< ${line}\n`).join('')}* Connection #0 to host ${url.host} left intact\n`
}

type Delivered = { readonly output: string; readonly error: string; readonly status: number }

function fail(options: CurlOptions, system: System, url: Url, [status, text]: Failure, shown: string): Delivered {
  const line = options.isSilent && !options.showsErrors ? '' : `curl: (${status}) ${text}\n`
  return { output: writeOut(options.writeOut, system, url, null, 0), error: shown + line, status }
}

/** Puts what was received where it belongs: the standard output, or a file. */
function deliver(options: CurlOptions, system: System, url: Url, response: HttpResponse, moves: number): Delivered {
  const spoken = conversation(options, system, url, response)
  if (options.failsOnError && response.status >= 400)
    return {
      ...fail(
        options,
        system,
        url,
        [22, `The requested URL returned error: ${response.status}`],
        meter(options, system, 0) + spoken,
      ),
      output: writeOut(options.writeOut, system, url, response, moves),
    }
  const head = options.isHead || options.includesHead ? printHead(response) : ''
  const text = options.isHead ? head : head + response.body
  const after = writeOut(options.writeOut, system, url, response, moves)
  const error = meter(options, system, byteLength(text)) + spoken
  const name = options.output ?? (options.savesByName ? fileNameOf(url) : null)
  if (name === null || name === '-') return { output: text + after, error, status: 0 }
  if (name === '') return { output: '', error: `curl: Remote file name has no length!\n${hint}`, status: 23 }
  if (name === '/dev/null') return { output: after, error, status: 0 }
  const written = system.files.write(system.path(name), textToContent(text))
  if (written.ok) return { output: after, error, status: 0 }
  return {
    output: after,
    error: `Warning: Failed to open the file ${name}: ${fileErrorText(written.error)}\ncurl: (23) Failure writing output to destination\n`,
    status: 23,
  }
}

function advance(memory: CurlMemory, delivered: Delivered): Turn<CurlMemory> {
  const { output, error, status } = delivered
  const urls = memory.urls.slice(1)
  if (urls.length === 0) return { status, output, error }
  return { memory: { ...memory, urls, fetching: null, moves: 0, status }, wait: { on: 'ready' }, output, error }
}

/** Where a redirection leads, if it is to be followed. */
function movedTo(options: CurlOptions, url: Url, response: HttpResponse, moves: number): string | null {
  const location = headerValue(response, 'Location')
  if (!options.followsMoves || location === null || response.status < 300 || response.status > 399 || moves >= movesMax)
    return null
  return location.startsWith('/') ? `${url.scheme}://${hostHeader(url)}${location}` : location
}

function settle(memory: CurlMemory, options: CurlOptions, url: Url, fetch: Fetch, system: System): Turn<CurlMemory> {
  if (fetch.kind === 'waiting') return { memory: { ...memory, fetching: fetch.fetching }, wait: fetch.wait }
  if (fetch.kind === 'failed') {
    const failure = failureOf(fetch.failure, url, Math.round(system.now() - memory.startedAt))
    return advance(
      memory,
      fail(options, system, url, failure, meter(options, system, null) + conversation(options, system, url, null)),
    )
  }
  const next = movedTo(options, url, fetch.response, memory.moves)
  if (next === null) return advance(memory, deliver(options, system, url, fetch.response, memory.moves))
  return {
    memory: { ...memory, urls: [next, ...memory.urls.slice(1)], fetching: null, moves: memory.moves + 1 },
    wait: { on: 'ready' },
  }
}

function begin(memory: CurlMemory, options: CurlOptions, url: Url, system: System): Turn<CurlMemory> {
  const timeoutMs = options.timeoutMs ?? options.connectMs
  const request = { method: methodOf(options), headers: headersOf(options), body: bodyOf(options, system) }
  const fetch = beginFetch(system, url, request, timeoutMs)
  return settle({ ...memory, startedAt: system.now() }, options, url, fetch, system)
}

/** curl 7.88 of Debian 12. */
export const curl: Program = defineProgram<CurlMemory>('curl', {
  begin: (argv) => ({ argv, fetching: null, urls: [], moves: 0, startedAt: 0, status: -1 }),
  turn(memory, system): Turn<CurlMemory> {
    const read = readCurlOptions(memory.argv.slice(1))
    if (!read.ok) return { status: 2, error: read.error }
    const { options } = read
    if (options.shows !== null) return { status: 0, output: options.shows === 'version' ? version : help }
    if (options.urls.length === 0) return { status: 2, error: hint }
    const started = memory.urls.length === 0 ? { ...memory, urls: options.urls } : memory
    const [text = ''] = started.urls
    const url = parseUrl(text)
    if (url === null) {
      const scheme = /^([\w+.-]+):\/\//.exec(text)?.[1]
      const error =
        scheme === undefined
          ? 'curl: (3) URL using bad/illegal format or missing URL\n'
          : `curl: (1) Protocol "${scheme}" not supported or disabled in libcurl\n`
      return advance(started, { output: '', error, status: scheme === undefined ? 3 : 1 })
    }
    return started.fetching === null
      ? begin(started, options, url, system)
      : settle(started, options, url, continueFetch(system, started.fetching), system)
  },
})
