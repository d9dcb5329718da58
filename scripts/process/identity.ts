import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

/** A process that can be recognised later: the number alone is given again to others, the moment of birth is not. */
export interface ProcessIdentity {
  readonly pid: number
  /** Opaque; equal for the same process as long as it lives. */
  readonly born: string
}

/** Linux: the 22nd field of /proc/PID/stat, in clock ticks since the machine started. `undefined` for a zombie. */
function bornOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19]
  } catch {
    return undefined
  }
}

function bornElsewhere(pid: number): string | undefined {
  const { status, stdout } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' })
  return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined
}

/** Who the process with this number is now, or `undefined` when there is none. */
export function identify(pid: number): ProcessIdentity | undefined {
  const born = process.platform === 'linux' ? bornOnLinux(pid) : bornElsewhere(pid)
  return born === undefined ? undefined : { pid, born }
}

/** Whether that very process still lives. */
export function isAlive(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.born === identity.born
}
