import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Cluster } from '@/scripts/database/cluster'
import { ensureDatabase, startEmbedded } from '@/scripts/database/embedded'
import { freePort } from '@/scripts/database/free-port'
import { migrate } from '@/scripts/database/migrations'
import { openRelay, type Relay } from './relay'

const START_TRIES = 1_200
const DATABASE = 'quai'

/** The real web process on the real PostgreSQL, either of which can be killed and is then started again. */
export interface FaultyService {
  readonly url: string
  readonly databaseUrl: string
  /** Signs sessions. */
  readonly secret: string
  /** Kills with SIGKILL and resolves once it serves again. Two who kill at once do so one after the other. */
  readonly kill: (victim: 'web' | 'database') => Promise<void>
  readonly stop: () => Promise<void>
}

interface Parts {
  readonly root: string
  readonly dataFolder: string
  readonly password: string
  readonly secret: string
  readonly relay: Relay
  readonly webPort: number
  web: ChildProcess | undefined
  cluster: Cluster | undefined
}

/** Starts both. Needs a build (`npm run build`) and the bundled web server. */
export async function startFaultyService(root: string): Promise<FaultyService> {
  const parts: Parts = {
    root,
    dataFolder: mkdtempSync(path.join(tmpdir(), 'quai-faults-')),
    password: randomBytes(24).toString('base64url'),
    secret: randomBytes(32).toString('base64url'),
    relay: await openRelay(),
    webPort: await freePort(),
    web: undefined,
    cluster: undefined,
  }
  await startDatabase(parts)
  await migrate(root, databaseUrl(parts))
  await startWeb(parts)
  let last: Promise<void> = Promise.resolve()
  return {
    url: `http://127.0.0.1:${parts.webPort}`,
    databaseUrl: databaseUrl(parts),
    secret: parts.secret,
    kill: (victim) => {
      last = last.then(() => (victim === 'web' ? replaceWeb(parts) : replaceDatabase(parts)))
      return last
    },
    stop: async () => {
      await endHard(parts.web)
      await parts.cluster?.stop()
      parts.relay.close()
      rmSync(parts.dataFolder, { recursive: true, force: true })
    },
  }
}

function databaseUrl({ password, relay }: Parts): string {
  return `postgresql://quai:${password}@127.0.0.1:${relay.port}/${DATABASE}`
}

async function startDatabase(parts: Parts): Promise<void> {
  const { root, dataFolder, password, relay } = parts
  parts.cluster = await startEmbedded({ root, dataFolder, password, durable: true })
  relay.leadTo(Number(new URL(await ensureDatabase(parts.cluster, DATABASE)).port))
}

async function startWeb(parts: Parts): Promise<void> {
  const child = spawn(process.execPath, [path.join(parts.root, '.build/web.mjs')], {
    cwd: parts.root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      HOST: '127.0.0.1',
      PORT: String(parts.webPort),
      NEXTAUTH_URL: `http://127.0.0.1:${parts.webPort}`,
      NEXTAUTH_SECRET: parts.secret,
      QUAI_DATA: parts.dataFolder,
      DATABASE_URL: databaseUrl(parts),
    },
    // What it says while its database is dead is no news.
    stdio: ['ignore', 'ignore', process.env.QUAI_DEBUG ? 'inherit' : 'ignore'],
  })
  parts.web = child
  for (let tries = 0; tries < START_TRIES; tries += 1) {
    if (child.exitCode !== null) throw new Error(`the web server ended with ${child.exitCode} while it was starting`)
    const answer = await fetch(`http://127.0.0.1:${parts.webPort}/api/health`).catch(() => null)
    if (answer?.ok === true) return
    await sleep(50)
  }
  throw new Error('the web server did not start')
}

async function replaceWeb(parts: Parts): Promise<void> {
  await endHard(parts.web)
  await startWeb(parts)
}

async function replaceDatabase(parts: Parts): Promise<void> {
  const { cluster } = parts
  if (cluster !== undefined) {
    process.kill(cluster.identity.pid, 'SIGKILL')
    await cluster.ended
  }
  await startDatabase(parts)
}

async function endHard(child: ChildProcess | undefined): Promise<void> {
  if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGKILL')
  await ended
}
