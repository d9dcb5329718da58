import { existsSync, linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { writePrivateFile } from '../database/credentials'
import { identify, isAlive, type ProcessIdentity } from '../process/identity'
import { stopProcess } from '../process/stop'
import { codeOf, Refusal } from '../refusal'

const Identity = z.object({ pid: z.number().int().positive(), born: z.string() })

const ClaimFile = z.object({
  url: z.string(),
  start: Identity,
  web: Identity.optional(),
  database: Identity.optional(),
})
type ClaimFile = z.infer<typeof ClaimFile>

/** The right to run on a data folder, written down so that a later start recognises what a crash left behind. */
export interface Claim {
  note(part: 'web' | 'database', identity: ProcessIdentity): void
  release(): void
}

function parse(text: string): ClaimFile | undefined {
  try {
    return ClaimFile.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** The service that runs on a data folder, where one does. */
export function runningOn(dataFolder: string): { readonly url: string; readonly webPid: number } | undefined {
  const file = path.join(dataFolder, 'running.json')
  const holder = existsSync(file) ? parse(readFileSync(file, 'utf8')) : undefined
  return holder?.web !== undefined && isAlive(holder.web) ? { url: holder.url, webPid: holder.web.pid } : undefined
}

function busy(dataFolder: string, holder: ClaimFile): Refusal {
  return new Refusal(
    `Quai already runs on ${dataFolder} (process ${holder.start.pid}, ${holder.url}).`,
    'Open that address, or stop that one first, or give this one a folder of its own: QUAI_DATA=/path PORT=3001 npm start.',
  )
}

/** Stops what outlived the start that made it: first the web server, then its database. */
async function stopOrphans({ web, database }: ClaimFile): Promise<void> {
  if (web !== undefined) await stopProcess(web, 'SIGTERM', 5_000)
  if (database !== undefined) await stopProcess(database, 'SIGINT', 10_000)
}

/**
 * Moves a dead start's note out of the way. Two starts may find it at once: the one that moves what the other has just
 * written puts it back and gives up.
 */
function discard(file: string, dataFolder: string, dead: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return
    throw thrown
  }
  const moved = readFileSync(aside, 'utf8')
  if (moved !== dead) {
    linkSync(aside, file)
    const holder = parse(moved)
    rmSync(aside)
    if (holder !== undefined) throw busy(dataFolder, holder)
  }
  rmSync(aside, { force: true })
}

/**
 * Claims a data folder for this process; what a killed predecessor left running is stopped first.
 * @throws Refusal when another start lives on it.
 */
export async function claimDataFolder(dataFolder: string, url: string): Promise<Claim> {
  const file = path.join(dataFolder, 'running.json')
  const self = identify(process.pid)
  if (self === undefined) throw new Error('this process cannot be identified')
  let content: ClaimFile = { url, start: self }
  const text = () => `${JSON.stringify(content)}\n`
  for (;;) {
    try {
      writeFileSync(file, text(), { flag: 'wx', mode: 0o600 })
      break
    } catch (thrown) {
      if (codeOf(thrown) !== 'EEXIST') throw thrown
    }
    const found = readFileSync(file, 'utf8')
    const holder = parse(found)
    if (holder !== undefined && isAlive(holder.start)) throw busy(dataFolder, holder)
    if (holder !== undefined) await stopOrphans(holder)
    discard(file, dataFolder, found)
  }
  return {
    note: (part, identity) => {
      content = { ...content, [part]: identity }
      writePrivateFile(file, text())
    },
    release: () => rmSync(file, { force: true }),
  }
}
