import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../refusal'
import type { Settings } from './settings'
import { serviceEnvironment } from './web'

/** Fills the demo class, in a process of its own: what the seed loads must not stay in this one. */
export async function runSeed(settings: Settings): Promise<void> {
  const tool = path.join(settings.root, '.build/seed.mjs')
  if (!existsSync(tool)) return
  const output = await new Promise<{ readonly code: number | null; readonly text: string }>((resolve) => {
    const child = spawn(process.execPath, [tool], {
      cwd: settings.root,
      env: serviceEnvironment(settings),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (text += data.toString()))
    process.once('exit', () => child.kill())
    child.once('close', (code) => resolve({ code, text }))
  })
  if (output.code !== 0) throw new Refusal('The demo class could not be filled.', output.text.trim())
}
