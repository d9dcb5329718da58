import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { identify, type ProcessIdentity } from '../process/identity'
import { stopProcess } from '../process/stop'
import { codeOf, Refusal, reasonOf } from '../refusal'
import { type Account, asAccount } from './account'
import { freePort } from './free-port'
import { clearStaleServer } from './stale-server'

export interface ClusterOptions {
  /** `bin/`, `lib/`, `share/` of PostgreSQL, where the account may run them. */
  readonly native: string
  readonly account: Account
  /** Folder of the data; created when it is not there. */
  readonly folder: string
  readonly password: string
  readonly logFile: string
  /** Whether a commit waits for the disk. Only a database that is thrown away may say no. */
  readonly durable: boolean
}

/** A running PostgreSQL server. */
export interface Cluster {
  readonly identity: ProcessIdentity
  urlOf(database: string): string
  /** Resolves when the server ended, whoever ended it. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

const USER = 'quai'

/**
 * How PostgreSQL is told where its data is. The lent account may be unable to walk down to the folder (a checkout that
 * only root may enter), so root opens the folder and hands over the descriptor, which Linux lets be used as a path.
 */
function dataPath({ account, folder }: ClusterOptions): string {
  return account.kind === 'lent' && process.platform === 'linux' ? '/proc/self/fd/3' : folder
}

/** A small environment: variables such as PGDATA or PGPORT must not reach the server. */
const ENVIRONMENT = { NODE_ENV: 'production', PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' } as const

function initialise(options: ClusterOptions): void {
  const { native, account, folder, password } = options
  const unfinished = `${folder}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  mkdirSync(unfinished, { recursive: true, mode: 0o700 })
  const secrets = mkdtempSync(path.join(tmpdir(), 'quai-init-'))
  const passwordFile = path.join(secrets, 'password')
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
  if (account.kind === 'lent')
    for (const item of [unfinished, secrets, passwordFile]) chownSync(item, account.uid, account.gid)
  const handle = openSync(unfinished, 'r')
  try {
    const data = dataPath({ ...options, folder: unfinished })
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']
    const access = [`--username=${USER}`, `--pwfile=${passwordFile}`, '--auth=scram-sha-256']
    const { status, stderr, error } = spawnSync(
      path.join(native, 'bin/initdb'),
      [`--pgdata=${data}`, ...access, ...locale],
      {
        ...asAccount(account),
        cwd: '/',
        env: ENVIRONMENT,
        stdio: ['ignore', 'ignore', 'pipe', handle],
        encoding: 'utf8',
      },
    )
    if (error || status !== 0) throw new Error(`initdb: ${error ? reasonOf(error) : stderr.trim().split('\n').at(-1)}`)
    renameSync(unfinished, folder)
  } finally {
    closeSync(handle)
    rmSync(secrets, { recursive: true, force: true })
  }
}

function launch(options: ClusterOptions, port: number): ChildProcess {
  const { native, account, folder, logFile, durable } = options
  const settings = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    fsync: durable ? 'on' : 'off',
    log_timezone: 'UTC',
    timezone: 'UTC',
    log_min_messages: 'warning',
  }
  const log = openSync(logFile, 'a', 0o600)
  const handle = openSync(folder, 'r')
  try {
    // A session of its own: Ctrl+C in the terminal must not stop the database before the web server is done with it.
    return spawn(
      path.join(native, 'bin/postgres'),
      ['-D', dataPath(options), ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
      { ...asAccount(account), cwd: '/', env: ENVIRONMENT, stdio: ['ignore', log, log, handle], detached: true },
    )
  } finally {
    closeSync(log)
    closeSync(handle)
  }
}

type Answer = 'ready' | 'ended' | 'silent'

async function answers(url: string, child: ChildProcess, timeoutMs: number): Promise<Answer> {
  const until = performance.now() + timeoutMs
  while (performance.now() < until) {
    if (child.exitCode !== null || child.signalCode !== null) return 'ended'
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return 'ready'
    } catch (thrown) {
      if (codeOf(thrown) === '28P01') {
        throw new Refusal(
          'The database refuses the password kept in database.json.',
          'Put back the database.json that belongs to this data folder, or name another folder with QUAI_DATA.',
        )
      }
      await sleep(30)
    } finally {
      await client.end().catch(() => undefined)
    }
  }
  return 'silent'
}

/**
 * Starts PostgreSQL on the folder, creating the cluster first where there is none, and waits until it answers (recovery
 * after a crash included). Tries again where another program took the port, or an old server is still going down.
 * @throws Refusal when the server does not start.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  if (!existsSync(path.join(options.folder, 'PG_VERSION'))) initialise(options)
  await clearStaleServer(options.folder)
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    const port = await freePort()
    const child = launch(options, port)
    const ended = new Promise<void>((resolve) => {
      child.once('exit', () => resolve())
      child.once('error', () => resolve())
    })
    const urlOf = (database: string) => `postgresql://${USER}:${options.password}@127.0.0.1:${port}/${database}`
    const answer = await answers(urlOf('postgres'), child, 60_000)
    const identity = child.pid === undefined ? undefined : identify(child.pid)
    if (answer === 'ready' && identity !== undefined) {
      child.unref()
      return { identity, urlOf, ended, stop: () => stopProcess(identity, 'SIGINT', 10_000) }
    }
    if (answer === 'silent' && identity !== undefined) await stopProcess(identity, 'SIGINT', 5_000)
    await sleep(400 * attempt)
  }
  throw new Refusal('The database did not start.', `Its own messages are in ${options.logFile}.`)
}
