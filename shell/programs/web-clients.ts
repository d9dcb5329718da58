import { appendLog } from '@/engine/container/log'
import { openFiles } from '@/engine/files/space-view'
import type { System } from '@/engine/kernel/program'
import { formatDate } from '../dates'
import { type Connection, connectTo } from '../network'
import { defineCommand, type Result } from './define'
import { readFlags } from './lines'

interface Url {
  readonly host: string
  readonly port: number
  readonly path: string
}

interface Response {
  readonly status: number
  readonly reason: string
  readonly headers: readonly string[]
  readonly body: string
}

function parseUrl(text: string): Url {
  const match = /^(?:(https?):\/\/)?([^/:?#]*)(?::(\d+))?([^#]*)/.exec(text)
  const [, scheme = 'http', host = '', port, path = ''] = match ?? []
  return {
    host,
    port: port === undefined ? (scheme === 'https' ? 443 : 80) : Number(port),
    path: path === '' ? '/' : path,
  }
}

const notFound = (server: string): string =>
  `<html>\r\n<head><title>404 Not Found</title></head>\r\n<body>\r\n<center><h1>404 Not Found</h1></center>\r\n<hr><center>${server}</center>\r\n</body>\r\n</html>\r\n`.replaceAll(
    '\r',
    '',
  )

const roots: Readonly<Record<string, string>> = { nginx: '/usr/share/nginx/html', httpd: '/usr/local/apache2/htdocs' }

/** What a file server in a container answers: its files, and a line in its log. */
function answer(
  system: System,
  connection: Extract<Connection, { kind: 'open' }>,
  url: Url,
  agent: string,
  method: string,
): Response {
  const { container, server } = connection
  if (server.program === 'registry') return registryAnswer(system, url)
  const root = roots[server.program]
  const files = root === undefined ? null : filesOf(system, container.id)
  const path = url.path.replace(/\?.*/, '')
  const read = files?.read(`${root}${path.endsWith('/') ? `${path}index.html` : path}`)
  const body = read?.ok === true && read.value.kind === 'text' ? read.value.text : null
  const name = server.program === 'nginx' ? nginxVersion(container.image.config.Env ?? []) : 'Apache/2.4.65 (Unix)'
  const response =
    body === null ? { status: 404, reason: 'Not Found', body: notFound(name) } : { status: 200, reason: 'OK', body }
  const time = formatDate(system.now(), '%d/%b/%Y:%T +0000')
  const client = container.endpoints[0]?.address?.replace(/\d+$/, '1') ?? '172.17.0.1'
  const own = system.state().containers.find((each) => each.id === system.process.space)?.endpoints[0]?.address
  const line =
    server.program === 'nginx'
      ? `${own ?? client} - - [${time}] "${method} ${path} HTTP/1.1" ${response.status} ${response.body.length} "-" "${agent}" "-"\n`
      : `${own ?? client} - - [${time}] "${method} ${path} HTTP/1.1" ${response.status} ${response.body.length}\n`
  system.replaceState(appendLog(system.state(), container.id, 'stdout', line))
  const date = formatDate(system.now(), '%a, %d %b %Y %T GMT')
  const headers = [
    `Server: ${name}`,
    `Date: ${date}`,
    'Content-Type: text/html',
    `Content-Length: ${response.body.length}`,
    ...(response.status === 200 ? [`Last-Modified: ${date}`] : []),
    'Connection: keep-alive',
    ...(response.status === 200 ? [`ETag: "${response.body.length.toString(16)}-264"`, 'Accept-Ranges: bytes'] : []),
  ]
  return { ...response, headers }
}

function nginxVersion(environment: readonly string[]): string {
  return `nginx/${environment.find((line) => line.startsWith('NGINX_VERSION='))?.slice(14) ?? '1.29.3'}`.replace(
    /-.*$/,
    '',
  )
}

function registryAnswer(system: System, url: Url): Response {
  const pushed = system.state().pushed.filter((image) => /^[^/]*[:.]/.test(image.repository))
  const names = [
    ...new Set(pushed.map((image) => image.repository.slice(image.repository.indexOf('/') + 1))),
  ].toSorted()
  const tags = /^\/v2\/(.+)\/tags\/list$/.exec(url.path)
  const found =
    tags === null ? [] : pushed.filter((image) => image.repository.endsWith(`/${tags[1]}`)).map((image) => image.tag)
  const body =
    tags !== null
      ? `${JSON.stringify({ name: tags[1], tags: found })}\n`
      : url.path === '/v2/_catalog'
        ? `${JSON.stringify({ repositories: names })}\n`
        : '{}'
  return {
    status: 200,
    reason: 'OK',
    headers: ['Content-Type: application/json; charset=utf-8', 'Docker-Distribution-Api-Version: registry/2.0'],
    body,
  }
}

function filesOf(system: System, space: string) {
  return openFiles({ state: system.state() }, space, 'root')
}

type Fetched =
  | { readonly ok: true; readonly response: Response }
  | { readonly ok: false; readonly connection: Exclude<Connection, { kind: 'open' | 'internet' }> }

function fetchUrl(system: System, url: Url, agent: string, method: string): Fetched {
  const connection = connectTo(system, url.host, url.port)
  switch (connection.kind) {
    case 'open':
      return { ok: true, response: answer(system, connection, url, agent, method) }
    case 'internet':
      return {
        ok: true,
        response: {
          status: 200,
          reason: 'OK',
          headers: ['Content-Type: text/html'],
          body: `<!doctype html><title>${url.host}</title>\n`,
        },
      }
    default:
      return { ok: false, connection }
  }
}

const curlErrors: Readonly<
  Record<Exclude<Connection['kind'], 'open' | 'internet'>, (url: Url) => readonly [number, string]>
> = {
  refused: (url) => [7, `Failed to connect to ${url.host} port ${url.port} after 0 ms: Couldn't connect to server`],
  reset: () => [56, 'Recv failure: Connection reset by peer'],
  unreachable: (url) => [
    28,
    `Failed to connect to ${url.host} port ${url.port} after 130000 ms: Couldn't connect to server`,
  ],
  'unknown-host': (url) => [6, `Could not resolve host: ${url.host}`],
}

function curlOutput(response: Response, flags: ReadonlyMap<string, string>): string {
  const head = `HTTP/1.1 ${response.status} ${response.reason}\n${response.headers.join('\n')}\n\n`
  if (flags.has('I') || flags.has('--head')) return head
  return (flags.has('i') || flags.has('--include') ? head : '') + response.body
}

function meter(size: number): string {
  const count = String(size)
  return `  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n                                 Dload  Upload   Total   Spent    Left  Speed\n100 ${count.padStart(5)}  100 ${count.padStart(5)}    0     0   597k      0 --:--:-- --:--:-- --:--:--  600k\n`
}

export const curl = defineCommand('curl', ({ args, system }): Result => {
  const { flags, operands } = readFlags(args, 'omHdXAuweT')
  const [target] = operands
  if (target === undefined)
    return { status: 2, error: "curl: try 'curl --help' or 'curl --manual' for more information\n" }
  const url = parseUrl(target)
  const fetched = fetchUrl(system, url, 'curl/7.88.1', flags.has('I') ? 'HEAD' : (flags.get('X') ?? 'GET'))
  const isSilent = flags.has('s') || flags.has('--silent')
  if (!fetched.ok) {
    const [status, text] = curlErrors[fetched.connection.kind](url)
    return { status, error: isSilent && !flags.has('S') ? '' : `curl: (${status}) ${text}\n` }
  }
  if ((flags.has('f') || flags.has('--fail')) && fetched.response.status >= 400)
    return {
      status: 22,
      error: isSilent ? '' : `curl: (22) The requested URL returned error: ${fetched.response.status}\n`,
    }
  const output = curlOutput(fetched.response, flags)
  const code = (flags.get('w') ?? '')
    .replaceAll('%{http_code}', String(fetched.response.status))
    .replaceAll('\\n', '\n')
  const file = flags.get('o') ?? (flags.has('O') ? url.path.slice(url.path.lastIndexOf('/') + 1) : undefined)
  if (file === undefined)
    return { status: 0, output: output + code, error: isSilent || system.isTerminal(1) ? '' : meter(output.length) }
  if (file !== '/dev/null') system.files.write(system.path(file), { kind: 'text', text: output })
  return { status: 0, output: code, error: isSilent ? '' : meter(output.length) }
})

function wgetError(kind: Exclude<Connection['kind'], 'open' | 'internet'>, url: Url, isBusybox: boolean): Result {
  if (isBusybox) {
    if (kind === 'unknown-host')
      return { status: 1, error: `wget: bad address '${url.host}${url.port === 80 ? '' : `:${url.port}`}'\n` }
    return {
      status: 1,
      error: `wget: can't connect to remote host${kind === 'refused' ? ` (${url.host})` : ''}: ${kind === 'refused' ? 'Connection refused' : kind === 'reset' ? 'Connection reset by peer' : 'Operation timed out'}\n`,
    }
  }
  if (kind === 'unknown-host') return { status: 4, error: `wget: unable to resolve host address '${url.host}'\n` }
  return {
    status: 4,
    error: `Connecting to ${url.host}:${url.port}... failed: ${kind === 'refused' ? 'Connection refused' : 'Connection timed out'}.\n`,
  }
}

export const wget = defineCommand('wget', ({ args, system, isBusybox }): Result => {
  const { flags, operands } = readFlags(args, 'OTt')
  if (flags.has('--version')) return { status: 0, output: 'GNU Wget 1.21.3 built on linux-gnu.\n' }
  const [target] = operands
  if (target === undefined)
    return isBusybox
      ? { status: 1, error: 'wget: missing URL\n' }
      : {
          status: 1,
          error: "wget: missing URL\nUsage: wget [OPTION]... [URL]...\n\nTry `wget --help' for more options.\n",
        }
  const url = parseUrl(target)
  const fetched = fetchUrl(system, url, isBusybox ? 'Wget' : 'Wget/1.21.3', 'GET')
  if (!fetched.ok) return wgetError(fetched.connection.kind, url, isBusybox)
  const { response } = fetched
  if (response.status >= 400)
    return isBusybox
      ? { status: 1, error: `wget: server returned error: HTTP/1.1 ${response.status} ${response.reason}\n` }
      : { status: 8, error: flags.has('q') ? '' : `ERROR ${response.status}: ${response.reason}.\n` }
  const name = flags.get('O') ?? (url.path.slice(url.path.lastIndexOf('/') + 1) || 'index.html')
  if (name === '-') return { status: 0, output: response.body }
  system.files.write(system.path(name), { kind: 'text', text: response.body })
  return {
    status: 0,
    error: flags.has('q')
      ? ''
      : isBusybox
        ? `Connecting to ${url.host}:${url.port} (${url.host}:${url.port})\nsaving to '${name}'\n${name.padEnd(20)} 100% |********************************|  ${response.body.length}  0:00:00 ETA\n'${name}' saved\n`
        : `'${name}' saved [${response.body.length}/${response.body.length}]\n`,
  }
})
