import { otherMachineName } from '@/engine/host/other-machine'
import type { System } from '@/engine/kernel/program'

/** Who is to log in where. */
export interface RemoteLogin {
  readonly machine: string
  readonly user: string
}

export type RemoteTarget =
  | { readonly ok: true; readonly login: RemoteLogin }
  | { readonly ok: false; readonly error: string }

/** Reads `[user@]machine` and says why nobody can log in there, as ssh does. */
export function readRemote(system: System, text: string): RemoteTarget {
  const at = text.lastIndexOf('@')
  const name = text.slice(at + 1)
  const user = at > 0 ? text.slice(0, at) : system.process.user
  const { hostname } = system.state().host
  const machine = otherMachineName(name)
  if (machine === null || machine === hostname || !system.state().host.online) {
    const isOwn = name === hostname || name === 'localhost' || /^127\.|^192\.168\.1\.20$/.test(name)
    return { ok: false, error: isOwn ? refused(name) : unresolved(name) }
  }
  const isKnown = user === 'root' || user === ownUser(system)
  return isKnown
    ? { ok: true, login: { machine, user } }
    : { ok: false, error: `${user}@${name}: Permission denied (publickey,password).` }
}

function refused(name: string): string {
  return `ssh: connect to host ${name} port 22: Connection refused`
}

function unresolved(name: string): string {
  return /^\d+\.\d+\.\d+\.\d+$/.test(name)
    ? `ssh: connect to host ${name} port 22: No route to host`
    : `ssh: Could not resolve hostname ${name}: Name or service not known`
}

/** The one user of the machines: who has number 1000 here. */
export function ownUser(system: System): string {
  const content = system.files.read('/etc/passwd')
  const text = content.ok && content.value.kind === 'text' ? content.value.text : ''
  return /^([^:\n]+):x:1000:/m.exec(text)?.[1] ?? 'student'
}

export function homeOf(user: string): string {
  return user === 'root' ? '/root' : `/home/${user}`
}
