import type { Program, System } from '@/engine/kernel/program'
import type { Signal } from '@/engine/kernel/signal'
import { formatDate } from '../dates'
import { defineProgram, type Turn } from './define'

type ServerMemory = {
  readonly argv: readonly string[]
  readonly stage: 'start' | 'running' | 'stopping'
  readonly until: number
}

interface Server {
  readonly signals: readonly Signal[]
  readonly started: (system: System, argv: readonly string[]) => string
  readonly stopped: (system: System, signal: Signal) => string
  /** Title the process gives itself, and how many workers it starts. */
  readonly title: string | null
  readonly workers: number
  readonly worker: string
  readonly workerUser: string
}

/** How long a server takes to end by itself. */
const stopMs = 100

/** What a started nginx leaves in its container: the pid file and its temporary folders. */
function writeNginxFiles(system: System): void {
  const isDebian = system.files.stat('/var/lib/nginx').ok
  const folder = isDebian ? '/var/lib/nginx' : '/var/cache/nginx'
  const names = ['body', 'fastcgi', 'proxy', 'scgi', 'uwsgi']
  system.files.write('/run/nginx.pid', { kind: 'text', text: `${system.process.pid}\n` })
  for (const name of names) {
    const path = `${folder}/${isDebian ? name : `${name === 'body' ? 'client' : name}_temp`}`
    if (!system.files.stat(path).ok) system.files.makeDirectory(path, { mode: 0o700 })
  }
}

function startWorkers(system: System, server: Server): void {
  for (let count = 0; count < server.workers; count += 1) {
    system.spawn({
      argv: [server.worker],
      environment: {},
      descriptors: {},
      user: server.workerUser,
      fork: { program: 'server-worker', memory: null },
    })
  }
}

function serverProgram(name: string, server: Server): Program {
  return defineProgram<ServerMemory>(name, {
    dispositions: {
      CHLD: 'ignore',
      ...Object.fromEntries(server.signals.map((signal) => [signal, 'handle' as const])),
    },
    begin: (argv) => ({ argv, stage: 'start', until: 0 }),
    turn(memory, system): Turn<ServerMemory> {
      if (memory.stage === 'start') {
        if (server.title !== null) system.setArgv([`${server.title} ${memory.argv.join(' ')}`])
        if (name === 'nginx') writeNginxFiles(system)
        startWorkers(system, server)
        return {
          memory: { ...memory, stage: 'running' },
          wait: { on: 'signal' },
          error: server.started(system, memory.argv),
        }
      }
      if (memory.stage === 'stopping') {
        if (system.now() < memory.until) return { memory, wait: { on: 'time', until: memory.until } }
        if (name === 'nginx') system.files.remove('/run/nginx.pid')
        for (const process of system.processes())
          if (process.parent === system.process.pid) system.kill(process.pid, 'KILL')
        return { status: 0 }
      }
      const signal = system.takeSignal()
      if (signal === null || signal === 'HUP' || signal === 'USR1' || signal === 'CHLD')
        return { memory, wait: { on: 'signal' } }
      const until = system.now() + stopMs
      return {
        memory: { ...memory, stage: 'stopping', until },
        wait: { on: 'time', until },
        error: server.stopped(system, signal),
      }
    },
  })
}

/** A worker only waits: its master ends it. */
export const serverWorker: Program = {
  name: 'server-worker',
  begin: () => null,
  step: () => ({ kind: 'wait', memory: null, wait: { on: 'signal' } }),
}

function nginxLine(system: System, text: string): string {
  return `${formatDate(system.now(), '%Y/%m/%d %T')} [notice] ${system.process.pid}#${system.process.pid}: ${text}\n`
}

export const nginx = serverProgram('nginx', {
  signals: ['QUIT', 'TERM', 'INT', 'HUP', 'USR1', 'WINCH'],
  title: 'nginx: master process',
  workers: 2,
  worker: 'nginx: worker process',
  workerUser: 'www-data',
  started: (system) =>
    logsNotices(system)
      ? [
          'using the "epoll" event method',
          'nginx/1.29.3',
          'built by gcc 12.2.0 (Debian 12.2.0-14+deb12u1)',
          'OS: Linux 6.1.0-40-amd64',
          'getrlimit(RLIMIT_NOFILE): 1048576:1048576',
          'start worker processes',
        ]
          .map((text) => nginxLine(system, text))
          .join('')
      : '',
  stopped: (system, signal) =>
    logsNotices(system)
      ? nginxLine(
          system,
          `signal ${signal === 'QUIT' ? '3 (SIGQUIT) received, shutting down' : `${signal === 'TERM' ? '15 (SIGTERM)' : '2 (SIGINT)'} received, exiting`}`,
        )
      : '',
})

/** Old images' nginx logs errors only; today's says what it does (error_log … notice). */
function logsNotices(system: System): boolean {
  const content = system.files.read('/etc/nginx/nginx.conf')
  return content.ok && content.value.kind === 'text' && content.value.text.includes('notice')
}

export const httpd = serverProgram('httpd', {
  signals: ['WINCH', 'TERM', 'INT', 'HUP', 'USR1'],
  title: null,
  workers: 0,
  worker: 'httpd -DFOREGROUND',
  workerUser: 'www-data',
  started(system) {
    const stamp = formatDate(system.now(), '%a %b %d %T.%N %Y').replace(/(\.\d{6})\d{3}/, '$1')
    return `AH00558: httpd: Could not reliably determine the server's fully qualified domain name, using 172.17.0.2. Set the 'ServerName' directive globally to suppress this message\n[${stamp}] [mpm_event:notice] [pid 1:tid 1] AH00489: Apache/2.4.65 (Unix) configured -- resuming normal operations\n[${stamp}] [core:notice] [pid 1:tid 1] AH00094: Command line: 'httpd -D FOREGROUND'\n`
  },
  stopped(system, signal) {
    const stamp = formatDate(system.now(), '%a %b %d %T.%N %Y').replace(/(\.\d{6})\d{3}/, '$1')
    return `[${stamp}] [mpm_event:notice] [pid 1:tid 1] AH00492: caught ${signal === 'WINCH' ? 'SIGWINCH, shutting down gracefully' : 'SIGTERM, shutting down'}\n`
  },
})

function redisLine(system: System, text: string): string {
  return `${system.process.pid}:M ${formatDate(system.now(), '%d %b %Y %T')}.${String(Math.floor(system.now()) % 1000).padStart(3, '0')} ${text}\n`
}

export const redisServer = serverProgram('redis-server', {
  signals: ['TERM', 'INT'],
  title: null,
  workers: 0,
  worker: '',
  workerUser: 'root',
  started: (system) => redisLine(system, '* Ready to accept connections tcp'),
  stopped: (system, signal) =>
    redisLine(system, `# User requested shutdown...`) +
    redisLine(
      system,
      signal === 'TERM' ? '# Redis is now ready to exit, bye bye...' : '# Redis is now ready to exit, bye bye...',
    ),
})

const quiet = (signals: readonly Signal[]): Server => ({
  signals,
  title: null,
  workers: 0,
  worker: '',
  workerUser: 'root',
  started: () => '',
  stopped: () => '',
})

export const registryServer = serverProgram('registry', quiet(['TERM', 'INT']))
export const postgres = serverProgram('postgres', {
  ...quiet(['TERM', 'INT']),
  started: (system) =>
    `${formatDate(system.now(), '%F %T.%N').slice(0, 23)} UTC [1] LOG:  database system is ready to accept connections\n`,
})
