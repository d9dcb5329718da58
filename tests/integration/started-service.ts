import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { freePort } from '@/scripts/database/free-port'
import { isAlive, type ProcessIdentity } from '@/scripts/process/identity'

const ROOT = path.resolve(import.meta.dirname, '../..')

const Identity = z.object({ pid: z.number(), born: z.string() })
const RunningFile = z.object({ start: Identity, web: Identity.optional(), database: Identity.optional() })
type RunningFile = z.infer<typeof RunningFile>

/** `npm start`, run for a test. */
export interface StartedService {
  readonly child: ChildProcess
  readonly url: string
  readonly port: number
  /** Everything it has printed so far. */
  output(): string
  /** Resolves when the service says it is ready; rejects with its output when it ends before. */
  readonly ready: Promise<void>
  /** The exit code, when it has ended; `null` when a signal ended it. */
  readonly ended: Promise<number | null>
  /** Resolves when it has ended and nothing that it started can print any more. */
  readonly closed: Promise<void>
}

/** What is set for every start: nothing of the test's own environment may change what is being tested. */
const NEUTRAL = { DATABASE_URL: '', NEXTAUTH_SECRET: '', NEXTAUTH_URL: '', HOST: '', QUAI_DATA: '' }

/** `inShell`: below a shell, as npm runs it; `child` is that shell. */
export async function startService(
  variables: Readonly<Record<string, string>>,
  { inShell = false } = {},
): Promise<StartedService> {
  const port = variables.PORT === undefined ? await freePort() : Number(variables.PORT)
  const script = path.join(ROOT, 'scripts/start.mjs')
  const [command, args] = inShell
    ? ['sh', ['-c', '"$0" "$1"; exit', process.execPath, script]]
    : [process.execPath, [script]]
  const child = spawn(command, args, {
    cwd: ROOT,
    env: { ...process.env, ...NEUTRAL, PORT: String(port), NODE_ENV: 'production', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  })
  let text = ''
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const closed = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const ready = new Promise<void>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (data: Buffer) => {
        text += data.toString()
        if (text.includes('Quai is ready')) resolve()
      })
    }
    void closed.then(() => reject(new Error(text)))
  })
  ready.catch(() => undefined)
  return { child, closed, url: `http://127.0.0.1:${port}`, port, output: () => text, ready, ended }
}

/** What a start that must fail says and how it ends. Progress lines are left out. */
export async function refusedStart(variables: Readonly<Record<string, string>>) {
  const service = await startService(variables)
  const code = await service.ended
  await service.closed
  const said = service
    .output()
    .split('\n')
    .filter((line) => line !== '' && line !== 'Quai is starting.' && !/^ {2}\S.*…/.test(line))
  return { code, said, port: service.port }
}

/** Who runs on a data folder, by its own note. */
export function runningOn(dataFolder: string): RunningFile | undefined {
  const file = path.join(dataFolder, 'running.json')
  return existsSync(file) ? RunningFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}

/** Those of a service's processes that still live. */
export function survivors(running: RunningFile | undefined): readonly string[] {
  const parts: readonly (readonly [string, ProcessIdentity | undefined])[] = Object.entries(running ?? {})
  return parts.flatMap(([name, identity]) => (identity !== undefined && isAlive(identity) ? [name] : []))
}

export function killHard(identity: ProcessIdentity | undefined): void {
  if (identity !== undefined && isAlive(identity)) process.kill(identity.pid, 'SIGKILL')
}
