import type { Program, System } from '@/engine/kernel/program'
import { formatDate } from '../dates'
import type { HttpRequest, HttpResponse } from '../http/message'
import { type Answer, serveHttp } from '../http/serve'
import { byteLength, findFile, httpDate } from '../http/static-files'
import type { Result } from './define'
import { runOneLiner } from './one-liner'
import { defineServer, type Listening } from './server'

type Site = { readonly root: string; readonly port: number }

/** Its version: what the image of python says, else Debian 12's. */
function versionOf(system: System): string {
  return system.process.environment.PYTHON_VERSION ?? '3.11.2'
}

function respond(
  system: System,
  status: number,
  reason: string,
  body: string,
  type: string,
  size = byteLength(body),
): HttpResponse {
  return {
    status,
    reason,
    headers: [
      ['Server', `SimpleHTTP/0.6 Python/${versionOf(system)}`],
      ['Date', httpDate(system.now())],
      ['Content-type', type],
      ['Content-Length', String(size)],
    ],
    body,
  }
}

function listing(system: System, path: string, target: string): string {
  const listed = system.files.list(path)
  const rows = (listed.ok ? listed.value : []).map((name) => `<li><a href="${name}">${name}</a></li>\n`).join('')
  const title = `Directory listing for ${target}`
  return `<!DOCTYPE HTML>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>${title}</title>\n</head>\n<body>\n<h1>${title}</h1>\n<hr>\n<ul>\n${rows}</ul>\n<hr>\n</body>\n</html>\n`
}

function find(system: System, { root }: Site, request: HttpRequest): HttpResponse {
  const found = findFile(system, root, request.target, ['index.html'], 'application/octet-stream')
  switch (found.kind) {
    case 'file':
      return respond(system, 200, 'OK', found.text, found.type, found.size)
    case 'folder':
      return respond(system, 200, 'OK', listing(system, found.path, request.target), 'text/html; charset=utf-8')
    case 'moved':
      return {
        ...respond(system, 301, 'Moved Permanently', '', 'text/html'),
        headers: [
          ['Location', found.to],
          ['Content-Length', '0'],
        ],
      }
    default:
      return respond(
        system,
        404,
        'File not found',
        '<!DOCTYPE HTML>\n<html lang="en">\n    <body>\n        <h1>Error response</h1>\n        <p>Error code: 404</p>\n        <p>Message: File not found.</p>\n    </body>\n</html>\n',
        'text/html;charset=utf-8',
      )
  }
}

function answer(system: System, site: Site, peer: string, request: HttpRequest): Answer {
  const response = find(system, site, request)
  const line = (text: string) => `${peer} - - [${formatDate(system.now(), '%d/%b/%Y %T')}] ${text}\n`
  const failed = response.status === 404 ? line('code 404, message File not found') : ''
  return { response, error: `${failed}${line(`"${request.method} ${request.target} HTTP/1.1" ${response.status} -`)}` }
}

/** python -m http.server [PORT] [-d FOLDER] [-b ADDRESS] */
function startSite(args: readonly string[], system: System, isUnbuffered: boolean): Listening<Site> | Result {
  let port = 8000
  let root = system.process.directory
  let address: '0.0.0.0' | '127.0.0.1' = '0.0.0.0'
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (/^\d+$/.test(word)) port = Number(word)
    if (word === '-d' || word === '--directory') root = system.path(args[index + 1] ?? '.')
    if (word === '-b' || word === '--bind')
      address = /^(?:127\.|localhost)/.test(args[index + 1] ?? '') ? '127.0.0.1' : '0.0.0.0'
    if (/^-[db]$|^--(?:directory|bind)$/.test(word)) index += 1
  }
  const output = isUnbuffered ? `Serving HTTP on ${address} port ${port} (http://${address}:${port}/) ...\n` : ''
  return { ports: [{ port, address }], state: { root, port }, output }
}

function start(argv: readonly string[], system: System): Listening<Site> | Result {
  const args = argv.slice(1)
  const isUnbuffered =
    args[0] === '-u' || system.isTerminal(1) || (system.process.environment.PYTHONUNBUFFERED ?? '') !== ''
  const [first, second = '', ...rest] = args[0] === '-u' ? args.slice(1) : args
  if (first === '--version' || first === '-V') return { status: 0, output: `Python ${versionOf(system)}\n` }
  if (first === '-m' && second === 'http.server') return startSite(rest, system, isUnbuffered)
  if (first === '-m') return { status: 1, error: `/usr/bin/${argv[0]}: No module named ${second}\n` }
  if (first === '-c') return runOneLiner(second, 'python')
  if (first === undefined) return { status: 1, error: 'python: its prompt is not simulated here.\n' }
  const content = system.files.read(system.path(first))
  if (!content.ok || content.value.kind !== 'text')
    return {
      status: 2,
      error: `${argv[0]}: can't open file '${system.path(first)}': [Errno 2] No such file or directory\n`,
    }
  return runOneLiner(content.value.text, 'python')
}

/**
 * python: its web server, and scripts that only print. Its output is buffered where it is no terminal (docker logs
 * stays empty); as PID 1 it does not handle TERM.
 */
export const python: Program = defineServer<Site>('python3', {
  signals: { INT: 'stop' },
  start,
  taken: () => ({ status: 1, error: 'OSError: [Errno 98] Address already in use\n' }),
  serve: (state, received, peer, system) =>
    serveHttp(
      state,
      received,
      (request) => answer(system, state, peer, request),
      () => ({ response: respond(system, 400, 'Bad request', '', 'text/html') }),
    ),
  stop: () => ({ output: '\nKeyboard interrupt received, exiting.\n' }),
})
