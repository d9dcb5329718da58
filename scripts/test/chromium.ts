import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { chromium } from '@playwright/test'
import { Refusal } from '../refusal'
import { runPackage } from './commands'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
]

const runs = (program: string) => spawnSync(program, ['--version'], { timeout: 30_000 }).status === 0

function installedBrowser(): string | undefined {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  const onPath = NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name)))
  return [process.env.CHROMIUM_PATH ?? '', ...onPath, ...ELSEWHERE].find(
    (file) => file !== '' && existsSync(file) && runs(file),
  )
}

function installWithApt(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const args of [['update'], ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']]) {
    spawnSync('apt-get', ['-q', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  }
}

/**
 * A Chromium or Chrome that runs: the machine's own; where there is none, apt's (as root on Debian), then Playwright's.
 * @throws Refusal saying what to install.
 */
export async function findBrowser(root: string): Promise<string> {
  const own = installedBrowser()
  if (own !== undefined) return own
  if (process.getuid?.() === 0 && spawnSync('apt-get', ['--version']).status === 0) {
    console.log('Installing Chromium with apt …')
    installWithApt()
    const fromApt = installedBrowser()
    if (fromApt !== undefined) return fromApt
  }
  const bundled = chromium.executablePath()
  if (!existsSync(bundled)) await runPackage(root, ['@playwright/test/cli.js', 'install', 'chromium'])
  if (existsSync(bundled) && runs(bundled)) return bundled
  throw new Refusal(
    'The browser tests need Chromium or Chrome, and none could be found or installed.',
    'Install one (Debian: apt-get install chromium), or leave the browser tests out: npm test -- --no-browser',
  )
}
