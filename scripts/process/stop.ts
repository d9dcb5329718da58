import { setTimeout as sleep } from 'node:timers/promises'
import { isAlive, type ProcessIdentity } from './identity'

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // It ended by itself meanwhile.
  }
}

/** Waits until the process is gone; `false` when it still lives after `timeoutMs`. */
export async function waitForEnd(identity: ProcessIdentity, timeoutMs: number): Promise<boolean> {
  const until = performance.now() + timeoutMs
  while (isAlive(identity)) {
    if (performance.now() > until) return false
    await sleep(20)
  }
  return true
}

/** Asks a process to end with `gentle`, and ends it with SIGKILL when it has not after `timeoutMs`. */
export async function stopProcess(identity: ProcessIdentity, gentle: NodeJS.Signals, timeoutMs: number): Promise<void> {
  if (!isAlive(identity)) return
  signal(identity.pid, gentle)
  if (await waitForEnd(identity, timeoutMs)) return
  signal(identity.pid, 'SIGKILL')
  await waitForEnd(identity, 5_000)
}
