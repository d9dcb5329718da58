import { rootHas } from '@/engine/container/capabilities'
import type { Program, System } from '@/engine/kernel/program'
import type { Signal } from '@/engine/kernel/signal'
import { listenAt } from '../connection'
import { formatDate } from '../dates'
import type { HttpRequest } from '../http/message'
import { type Answer, serveHttp } from '../http/serve'
import { byteLength, findFile, httpDate } from '../http/static-files'
import { defineProgram, type Result } from './define'
import { type NginxSite, nginxSite, nginxVersion, readNginxConfig } from './nginx-config'
import { defineServer, type Listening, type Printed } from './server'

type NginxState = { readonly site: NginxSite; readonly version: string; readonly workers: readonly number[] }

const workerCount = 2
const configPath = '/etc/nginx/nginx.conf'

/** A line of the error log. `about`: the process it is about, the master unless said. */
function notice(system: System, text: string, about = system.process.pid): string {
  return `${timeStamp(system)} [notice] ${about}#${about}: ${text}\n`
}

function timeStamp(system: System): string {
  return formatDate(system.now(), '%Y/%m/%d %T')
}

/** Puts log lines where the log file is: a link to /dev/stdout or /dev/stderr (the official image), or a file. */
function logTo(system: System, path: string | null, text: string): Printed {
  if (path === null || text === '') return {}
  const stat = system.files.stat(path, { followLast: false })
  const target = stat.ok && stat.value.type === 'symlink' ? stat.value.target : path
  if (target === '/dev/stdout') return { output: text }
  if (target === '/dev/stderr') return { error: text }
  system.files.write(path, { kind: 'text', text }, { append: true })
  return {}
}

function notices(system: System, site: NginxSite, lines: readonly string[]): Printed {
  return site.logsNotices ? logTo(system, site.errorLog, lines.join('')) : {}
}

/** Root that may not give files away cannot prepare the folders of its workers. */
function refusedFolder(system: System): Result | null {
  const mayGive = system.process.user !== 'root' || rootHas(system.state(), system.process.space, 'CHOWN')
  const path = system.files.stat('/var/lib/nginx').ok ? '/var/lib/nginx/body' : '/var/cache/nginx/client_temp'
  if (mayGive || system.files.stat(path).ok) return null
  system.files.makeDirectory(path, { mode: 0o700 })
  const text = `chown("${path}", 101) failed (1: Operation not permitted)`
  const { pid } = system.process
  return { status: 1, error: `${timeStamp(system)} [emerg] ${pid}#${pid}: ${text}\nnginx: [emerg] ${text}\n` }
}

/** What a started nginx leaves in its container: the pid file and its temporary folders. */
function writeNginxFiles(system: System): void {
  const isDebian = system.files.stat('/var/lib/nginx').ok
  const folder = isDebian ? '/var/lib/nginx' : '/var/cache/nginx'
  system.files.write('/run/nginx.pid', { kind: 'text', text: `${system.process.pid}\n` })
  for (const name of ['body', 'fastcgi', 'proxy', 'scgi', 'uwsgi']) {
    const path = `${folder}/${isDebian ? name : `${name === 'body' ? 'client' : name}_temp`}`
    system.files.makeDirectory(path, { mode: 0o700 })
  }
}

/** The account of the workers: what the configuration says, if the machine knows it, else Debian's. */
function workerUser(system: System, user: string | null): string {
  const accounts = system.files.read('/etc/passwd')
  const text = accounts.ok && accounts.value.kind === 'text' ? accounts.value.text : ''
  return user !== null && `\n${text}`.includes(`\n${user}:`) ? user : 'www-data'
}

function spawnWorkers(system: System, user: string): readonly number[] {
  return Array.from({ length: workerCount }, () =>
    system.spawn({
      argv: ['nginx: worker process'],
      environment: {},
      descriptors: {},
      user,
      fork: { program: 'nginx-worker', memory: nginxWorker.begin([], {}) },
    }),
  ).flatMap((spawned) => (spawned.ok ? [spawned.pid] : []))
}

function listen(system: System, site: NginxSite): Listening<NginxState> {
  const version = nginxVersion(system)
  system.setArgv([`nginx: master process ${system.process.argv.join(' ')}`])
  writeNginxFiles(system)
  const workers = spawnWorkers(system, workerUser(system, site.user))
  const lines = [
    'using the "epoll" event method',
    `nginx/${version}`,
    'built by gcc 12.2.0 (Debian 12.2.0-14+deb12u1)',
    `OS: Linux ${system.state().host.kernelRelease}`,
    'getrlimit(RLIMIT_NOFILE): 1048576:1048576',
    'start worker processes',
    ...workers.map((pid) => `start worker process ${pid}`),
  ]
  const ports = site.ports.map((port) => ({ port }))
  const { pid } = system.process
  const start = `${timeStamp(system)} [notice] ${pid}#${pid}: `
  return {
    ports,
    state: { site, version, workers },
    ...notices(
      system,
      site,
      lines.map((text) => `${start}${text}\n`),
    ),
  }
}

function fault(error: string): Result {
  return { status: 1, error: `nginx: [emerg] ${error}\n` }
}

/** It tries five times before it gives up. */
function taken(port: number): Result {
  const line = `nginx: [emerg] bind() to 0.0.0.0:${port} failed (98: Address already in use)\n`
  return { status: 1, error: `${line.repeat(5)}nginx: [emerg] still could not bind()\n` }
}

/** nginx -s: tells the master of the same machine. */
function signalMaster(word: string, system: System): Result {
  const signals: Readonly<Record<string, Signal>> = { stop: 'TERM', quit: 'QUIT', reload: 'HUP', reopen: 'USR1' }
  const signal = Object.hasOwn(signals, word) ? signals[word] : undefined
  if (signal === undefined) return { status: 1, error: `nginx: invalid option: "-s ${word}"\n` }
  const master = system
    .processes()
    .find(
      (process) => process.program === 'nginx' && process.hostPid !== system.process.hostPid && process.status === null,
    )
  if (master === undefined)
    return { status: 1, error: 'nginx: [error] open() "/run/nginx.pid" failed (2: No such file or directory)\n' }
  system.kill(master.pid, signal)
  return { status: 0 }
}

/** Without `daemon off;` the master goes to the background, and what started it ends: so does a container. */
function goToBackground(argv: readonly string[], system: System): Result {
  system.spawn({
    argv: system.process.argv,
    environment: system.process.environment,
    descriptors: system.process.descriptors,
    group: 'new',
    fork: { program: 'nginx', memory: nginx.begin([...argv, '-g', 'daemon off;'], {}) },
  })
  return { status: 0 }
}

interface Options {
  readonly directives: string
  readonly config: string
  readonly signal: string | null
  readonly shows: 'version' | 'test' | null
}

function readOptions(argv: readonly string[]): Options | string {
  let options: Options = { directives: '', config: configPath, signal: null, shows: null }
  for (let index = 1; index < argv.length; index += 1) {
    const word = argv[index] ?? ''
    if (word === '-v' || word === '-V') options = { ...options, shows: 'version' }
    else if (word === '-t' || word === '-T') options = { ...options, shows: 'test' }
    else if (word === '-g' || word === '-c' || word === '-s' || word === '-p' || word === '-e') {
      index += 1
      const value = argv[index] ?? ''
      if (word === '-g') options = { ...options, directives: `${options.directives} ${value}` }
      if (word === '-c') options = { ...options, config: value }
      if (word === '-s') options = { ...options, signal: value }
    } else if (word !== '-q')
      return word.startsWith('-') ? `invalid option: "${word.slice(1, 2)}"` : `invalid option: "${word}"`
  }
  return options
}

function start(argv: readonly string[], system: System): Listening<NginxState> | Result {
  const options = readOptions(argv)
  if (typeof options === 'string') return { status: 1, error: `nginx: ${options}\n` }
  if (options.shows === 'version') return { status: 0, error: `nginx version: nginx/${nginxVersion(system)}\n` }
  const config = readNginxConfig(system, options.config, options.directives)
  if (options.shows === 'test') {
    if (!config.ok)
      return {
        status: 1,
        error: `nginx: [emerg] ${config.error}\nnginx: configuration file ${options.config} test failed\n`,
      }
    return {
      status: 0,
      error: `nginx: the configuration file ${options.config} syntax is ok\nnginx: configuration file ${options.config} test is successful\n`,
    }
  }
  if (options.signal !== null) return signalMaster(options.signal, system)
  if (!config.ok) return fault(config.error)
  const site = nginxSite(config.directives)
  if (site.isDaemon) return goToBackground(argv, system)
  return refusedFolder(system) ?? listen(system, site)
}

function errorPage(status: number, reason: string, version: string): string {
  return `<html>\n<head><title>${status} ${reason}</title></head>\n<body>\n<center><h1>${status} ${reason}</h1></center>\n<hr><center>nginx/${version}</center>\n</body>\n</html>\n`
}

type Head = readonly (readonly [string, string])[]

function respond(
  system: System,
  { version }: NginxState,
  status: number,
  reason: string,
  body: string,
  type: string,
  headers: Head = [],
  size = byteLength(body),
): Answer['response'] {
  const own: Head = [
    ['Server', `nginx/${version}`],
    ['Date', httpDate(system.now())],
    ['Content-Type', type],
    ['Content-Length', String(size)],
  ]
  return { status, reason, headers: [...own, ...headers], body }
}

function find(
  system: System,
  state: NginxState,
  request: HttpRequest,
): { readonly response: Answer['response']; readonly problem?: string } {
  const { site } = state
  const failed = (status: number, reason: string, headers: Head = []) =>
    respond(system, state, status, reason, errorPage(status, reason, state.version), 'text/html', [
      ...headers,
      ['Connection', 'keep-alive'],
    ])
  if (request.method !== 'GET' && request.method !== 'HEAD') return { response: failed(405, 'Not Allowed') }
  if (site.returns !== null)
    return {
      response: respond(
        system,
        state,
        site.returns.status,
        site.returns.status === 200 ? 'OK' : 'Moved Temporarily',
        site.returns.text,
        'text/plain',
        [['Connection', 'keep-alive']],
      ),
    }
  const found = findFile(system, site.root, request.target, site.indexes, site.defaultType)
  switch (found.kind) {
    case 'file': {
      const etag = `"${Math.floor(found.modifiedAt / 1000).toString(16)}-${found.size.toString(16)}"`
      const headers: Head = [
        ['Last-Modified', httpDate(found.modifiedAt)],
        ['Connection', 'keep-alive'],
        ['ETag', etag],
        ['Accept-Ranges', 'bytes'],
      ]
      return { response: respond(system, state, 200, 'OK', found.text, found.type, headers, found.size) }
    }
    case 'moved':
      return {
        response: failed(301, 'Moved Permanently', [
          ['Location', `http://${request.headers.host ?? 'localhost'}${found.to}`],
        ]),
      }
    case 'folder':
      return { response: failed(403, 'Forbidden'), problem: `directory index of "${found.path}/" is forbidden` }
    case 'forbidden':
      return { response: failed(403, 'Forbidden'), problem: `open() "${found.path}" failed (13: Permission denied)` }
    default:
      return {
        response: failed(404, 'Not Found'),
        problem: `open() "${found.path}" failed (2: No such file or directory)`,
      }
  }
}

function answer(system: System, state: NginxState, peer: string, request: HttpRequest): Answer {
  const { response, problem } = find(system, state, request)
  const size =
    request.method === 'HEAD' ? 0 : Number(response.headers.find(([name]) => name === 'Content-Length')?.[1] ?? 0)
  const line = `${request.method} ${request.target} HTTP/1.1`
  const access = `${peer} - - [${formatDate(system.now(), '%d/%b/%Y:%T +0000')}] "${line}" ${response.status} ${size} "${request.headers.referer ?? '-'}" "${request.headers['user-agent'] ?? '-'}"${state.site.hasForwarded ? ' "-"' : ''}\n`
  const [worker = system.process.pid] = state.workers
  const error =
    problem === undefined
      ? ''
      : `${formatDate(system.now(), '%Y/%m/%d %T')} [error] ${worker}#${worker}: *1 ${problem}, client: ${peer}, server: ${state.site.serverName}, request: "${line}", host: "${request.headers.host ?? ''}"\n`
  const logs = [logTo(system, state.site.errorLog, error), logTo(system, state.site.accessLog, access)]
  return {
    response,
    output: logs.map((each) => each.output ?? '').join(''),
    error: logs.map((each) => each.error ?? '').join(''),
  }
}

function stopNotices(signal: Signal, { site, workers }: NginxState, system: System): Printed {
  const isGraceful = signal === 'QUIT'
  const head = isGraceful
    ? 'signal 3 (SIGQUIT) received, shutting down'
    : `signal ${signal === 'TERM' ? '15 (SIGTERM)' : '2 (SIGINT)'} received, exiting`
  const each = isGraceful ? ['gracefully shutting down', 'exiting', 'exit'] : ['exiting', 'exit']
  return notices(system, site, [
    notice(system, head),
    ...each.flatMap((text) => workers.map((pid) => notice(system, text, pid))),
  ])
}

/** New workers with the new configuration; the old one stays where that has a fault. */
function reload(state: NginxState, system: System): Printed & { readonly state: NginxState } {
  const config = readNginxConfig(system, configPath, '')
  const lines = ['signal 1 (SIGHUP) received, reconfiguring', 'reconfiguring'].map((text) => notice(system, text))
  if (!config.ok) return { state, ...notices(system, state.site, lines) }
  const site = nginxSite(config.directives)
  for (const port of site.ports) if (!state.site.ports.includes(port)) listenAt(system, port)
  for (const pid of state.workers) system.kill(pid, 'KILL')
  const workers = spawnWorkers(system, workerUser(system, site.user))
  const started = workers.map((pid) => notice(system, `start worker process ${pid}`))
  return { state: { ...state, site, workers }, ...notices(system, site, [...lines, ...started]) }
}

/** A worker only waits: its master answers for it and ends it. */
export const nginxWorker: Program = defineProgram<boolean>('nginx-worker', {
  begin: () => false,
  turn(isNamed, system) {
    if (!isNamed) system.setArgv(['nginx: worker process'])
    return { memory: true, wait: { on: 'signal' } }
  },
})

export const nginx: Program = defineServer<NginxState>('nginx', {
  signals: { QUIT: 'stop', TERM: 'stop', INT: 'stop', HUP: 'note', USR1: 'note', USR2: 'note', WINCH: 'note' },
  start,
  taken,
  serve: (state, received, peer, system) =>
    serveHttp(
      state,
      received,
      (request) => answer(system, state, peer, request),
      () => ({
        response: respond(
          system,
          state,
          400,
          'Bad Request',
          errorPage(400, 'Bad Request', state.version),
          'text/html',
          [['Connection', 'close']],
        ),
      }),
    ),
  note: (signal, state, system) => (signal === 'HUP' ? reload(state, system) : { state }),
  stop: stopNotices,
  stopped({ site, workers }, system) {
    system.files.remove('/run/nginx.pid')
    return notices(system, site, [
      ...workers.flatMap((pid) => [
        notice(system, `signal 17 (SIGCHLD) received from ${pid}`),
        notice(system, `worker process ${pid} exited with code 0`),
      ]),
      notice(system, 'exit'),
    ])
  },
})
