import { spawn } from 'node:child_process'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { isLoopback } from '@/server/env'
import { identify, type ProcessIdentity } from '../process/identity'
import { stopProcess } from '../process/stop'
import { Refusal } from '../refusal'
import type { Settings } from './settings'

/** The running web server. */
export interface Web {
  readonly identity: ProcessIdentity
  /** Resolves when it ended, whoever ended it. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** What the web server and the seed are told; server/env.ts reads it. Nothing here says "demo": that is derived there. */
export function serviceEnvironment(settings: Settings): NodeJS.ProcessEnv {
  const { DATABASE_URL, AUTH_TRUST_HOST, ...inherited } = process.env
  return {
    ...inherited,
    NODE_ENV: settings.development ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    QUAI_DATA: settings.dataFolder,
    HOST: settings.host,
    PORT: String(settings.port),
    NEXTAUTH_URL: settings.baseUrl,
    NEXTAUTH_SECRET: settings.nextAuthSecret,
    ...(settings.databaseUrl === undefined ? {} : { DATABASE_URL: settings.databaseUrl }),
    // On this machine only, localhost and 127.0.0.1 are both right: sign-in follows the address in use.
    ...(isLoopback(new URL(settings.baseUrl).hostname) && isLoopback(settings.host) ? { AUTH_TRUST_HOST: 'true' } : {}),
  }
}

async function waitUntilServing(settings: Settings, hasEnded: () => boolean): Promise<boolean> {
  const host = settings.host === '0.0.0.0' || settings.host === '::' ? '127.0.0.1' : settings.host
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${settings.port}/api/health`
  for (let tries = 0; tries < 1_200 && !hasEnded(); tries += 1) {
    try {
      await fetch(address, { redirect: 'manual', signal: AbortSignal.timeout(10_000) })
      return true
    } catch {
      await sleep(50)
    }
  }
  return false
}

/**
 * Starts the web server and waits until it answers.
 * @throws Refusal when it ends instead.
 */
export async function startWeb(settings: Settings): Promise<Web> {
  const { root, host, port, development } = settings
  const command = development
    ? [path.join(root, 'node_modules/next/dist/bin/next'), 'dev', '-H', host, '-p', String(port)]
    : [path.join(root, '.build/web.mjs')]
  // A session of its own: on Ctrl+C this process decides in which order things stop.
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: serviceEnvironment(settings),
    stdio: ['ignore', development ? 'inherit' : 'ignore', 'inherit'],
    detached: true,
  })
  let over = false
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => {
      over = true
      resolve()
    })
  })
  const identity = child.pid === undefined ? undefined : identify(child.pid)
  const serving = await waitUntilServing(settings, () => over)
  if (!serving || identity === undefined) {
    if (identity !== undefined) await stopProcess(identity, 'SIGTERM', 2_000)
    throw new Refusal('The web server ended while it was starting.', 'Its own messages stand above.')
  }
  return { identity, ended, stop: () => stopProcess(identity, 'SIGTERM', 8_000) }
}
