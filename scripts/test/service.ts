import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../database/free-port'
import { Refusal } from '../refusal'
import { endLater } from './commands'

/** A Quai of its own to be tested or measured: fresh database, free port, everything in a temporary folder. */
export interface TestService {
  readonly url: string
  readonly dataFolder: string
  stop(): Promise<void>
}

export async function startTestService(root: string): Promise<TestService> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'quai-browser-'))
  const port = await freePort()
  const { DATABASE_URL, NEXTAUTH_URL, NEXTAUTH_SECRET, HOST, ...inherited } = process.env
  const child = spawn(process.execPath, [path.join(root, 'scripts/start.mjs')], {
    cwd: root,
    env: { ...inherited, QUAI_DATA: dataFolder, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  endLater(child)
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const stop = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(dataFolder, { recursive: true, force: true })
  }
  const ready = new Promise<boolean>((resolve) => {
    let text = ''
    child.stdout.on('data', (data: Buffer) => {
      text += data.toString()
      if (text.includes('Quai is ready')) resolve(true)
    })
    void ended.then(() => resolve(false))
  })
  if (await ready) return { url: `http://127.0.0.1:${port}`, dataFolder, stop }
  await stop()
  throw new Refusal('Quai did not start.', 'Its own messages stand above.')
}
