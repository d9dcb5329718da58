import { existsSync, readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs'
import path from 'node:path'
import { identify } from '../process/identity'
import { stopProcess } from '../process/stop'

/** Where a process works: a PostgreSQL server always works in its data folder. */
function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/**
 * After a crash the data folder still names the server that ran on it. When that server lives on, it is stopped; when its
 * number now belongs to some other process (likely in a restarted container), the note is removed, for PostgreSQL would
 * refuse to start. In every other case PostgreSQL itself knows what to do.
 */
export async function clearStaleServer(folder: string): Promise<void> {
  const note = path.join(folder, 'postmaster.pid')
  if (process.platform !== 'linux' || !existsSync(note)) return
  const pid = Number.parseInt(readFileSync(note, 'utf8'), 10)
  const identity = Number.isNaN(pid) ? undefined : identify(pid)
  if (identity === undefined) return
  if (workingFolder(pid) === realpathSync(folder)) await stopProcess(identity, 'SIGINT', 10_000)
  else rmSync(note, { force: true })
}
