import type { Program, System } from '@/engine/kernel/program'
import { formatDate } from '../dates'
import type { HttpRequest, HttpResponse } from '../http/message'
import { type Answer, serveHttp } from '../http/serve'
import { byteLength, findFile, httpDate } from '../http/static-files'
import { defineServer } from './server'

const root = '/usr/local/apache2/htdocs'

function versionOf(system: System): string {
  return system.process.environment.HTTPD_VERSION ?? '2.4.65'
}

/** A line of the error log, which the image sends to standard error. */
function logLine(system: System, text: string): string {
  const now = system.now()
  const stamp = `${formatDate(now, '%a %b %d %T')}.${String(Math.floor(now) % 1000).padStart(3, '0')}000 ${formatDate(now, '%Y')}`
  return `[${stamp}] ${text.replace('[pid]', `[pid ${system.process.pid}:tid ${system.process.pid}]`)}\n`
}

function ownAddress(system: System): string {
  const container = system.state().containers.find((each) => each.id === system.process.space)
  return container?.endpoints.find((each) => each.address !== null)?.address ?? '127.0.1.1'
}

function nameless(system: System): string {
  return `AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using ${ownAddress(system)}. Set the 'ServerName' directive globally to suppress this message\n`
}

function respond(
  system: System,
  status: number,
  reason: string,
  body: string,
  headers: HttpResponse['headers'],
  size = byteLength(body),
): HttpResponse {
  return {
    status,
    reason,
    headers: [
      ['Date', httpDate(system.now())],
      ['Server', `Apache/${versionOf(system)} (Unix)`],
      ...headers,
      ['Content-Length', String(size)],
      ['Content-Type', 'text/html'],
    ],
    body,
  }
}

const explanations: Readonly<Record<number, readonly [string, string]>> = {
  400: ['Bad Request', 'Your browser sent a request that this server could not understand.<br />'],
  403: ['Forbidden', "You don't have permission to access this resource."],
  404: ['Not Found', 'The requested URL was not found on this server.'],
}

function failure(system: System, status: 400 | 403 | 404): HttpResponse {
  const [reason, text] = explanations[status] ?? ['', '']
  const body = `<!DOCTYPE HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">\n<html><head>\n<title>${status} ${reason}</title>\n</head><body>\n<h1>${reason}</h1>\n<p>${text}</p>\n</body></html>\n`
  return respond(system, status, reason, body, [])
}

function find(system: System, request: HttpRequest): HttpResponse {
  const found = findFile(system, root, request.target, ['index.html'], 'text/plain')
  switch (found.kind) {
    case 'file':
      return respond(
        system,
        200,
        'OK',
        found.text,
        [
          ['Last-Modified', httpDate(found.modifiedAt)],
          ['ETag', `"${found.size.toString(16)}-${Math.floor(found.modifiedAt / 1000).toString(16)}"`],
          ['Accept-Ranges', 'bytes'],
        ],
        found.size,
      )
    case 'moved':
      return respond(system, 301, 'Moved Permanently', '', [
        ['Location', `http://${request.headers.host ?? 'localhost'}${found.to}`],
      ])
    case 'folder': {
      const listed = system.files.list(found.path)
      const rows = (listed.ok ? listed.value : []).map((name) => `<li><a href="${name}"> ${name}</a></li>\n`).join('')
      return respond(
        system,
        200,
        'OK',
        `<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">\n<html>\n <head>\n  <title>Index of /</title>\n </head>\n <body>\n<h1>Index of /</h1>\n<ul>${rows}</ul>\n</body></html>\n`,
        [],
      )
    }
    case 'forbidden':
      return failure(system, 403)
    default:
      return failure(system, 404)
  }
}

function answer(system: System, peer: string, request: HttpRequest): Answer {
  const response = find(system, request)
  const size = response.headers.find(([name]) => name === 'Content-Length')?.[1] ?? '-'
  const line = `${request.method} ${request.target} HTTP/1.1`
  return {
    response,
    output: `${peer} - - [${formatDate(system.now(), '%d/%b/%Y:%T +0000')}] "${line}" ${response.status} ${size}\n`,
  }
}

/** httpd-foreground of the official image: WINCH (its stop signal) ends it gracefully. */
export const httpd: Program = defineServer<null>('httpd', {
  signals: { WINCH: 'stop', TERM: 'stop', INT: 'stop', HUP: 'note', USR1: 'note' },
  start(argv, system) {
    if (argv.includes('-v')) return { status: 0, output: `Server version: Apache/${versionOf(system)} (Unix)\n` }
    if (argv.includes('-t')) return { status: 0, error: `${nameless(system)}Syntax OK\n` }
    system.setArgv(['httpd', '-DFOREGROUND'])
    const error =
      nameless(system).repeat(2) +
      logLine(
        system,
        `[mpm_event:notice] [pid] AH00489: Apache/${versionOf(system)} (Unix) configured -- resuming normal operations`,
      ) +
      logLine(system, "[core:notice] [pid] AH00094: Command line: 'httpd -D FOREGROUND'")
    return { ports: [{ port: 80 }], state: null, error }
  },
  taken: (port) => ({
    status: 1,
    error: `(98)Address already in use: AH00072: make_sock: could not bind to address 0.0.0.0:${port}\nno listening sockets available, shutting down\nAH00015: Unable to open logs\n`,
  }),
  serve: (state, received, peer, system) =>
    serveHttp(
      state,
      received,
      (request) => answer(system, peer, request),
      () => ({ response: failure(system, 400) }),
    ),
  stop: (signal, _state, system) => ({
    error: logLine(
      system,
      `[mpm_event:notice] [pid] ${signal === 'WINCH' ? 'AH00492: caught SIGWINCH, shutting down gracefully' : 'AH00491: caught SIGTERM, shutting down'}`,
    ),
  }),
})
