import type { Outcome, SpawnRequest, System } from '@/engine/kernel/program'
import { type Account, dockerGroup, groupsOf } from '../accounts'

export type SessionMemory = {
  readonly argv: readonly string[]
  readonly child: number | null
  /** It asked for a password and waits for the line. */
  readonly asked: boolean
}

/** The memory of a program that opens a session and waits for its end. */
export function begin(argv: readonly string[]): SessionMemory {
  return { argv, child: null, asked: false }
}

export function refuse(system: System, text: string, status = 1): Outcome {
  system.write(2, `${text}\n`)
  return { kind: 'exit', status }
}

export function follow(memory: SessionMemory, child: number, system: System): Outcome {
  const ended = system.waitChild(child)
  if (ended === null) return { kind: 'wait', memory, wait: { on: 'child', pid: child } }
  return { kind: 'exit', status: ended === 'none' ? 127 : ended.status.code }
}

/** Starts a command in the session's place and waits for it. */
export function open(memory: SessionMemory, request: SpawnRequest, system: System, prefix: string): Outcome {
  const spawned = system.spawn(request)
  if (!spawned.ok) return refuse(system, `${prefix}${request.argv[0] ?? ''}: command not found`)
  return {
    kind: 'wait',
    memory: { ...memory, child: spawned.pid },
    wait: { on: 'child', pid: spawned.pid },
  }
}

/** The group a new login of this user brings for the engine's socket. */
export function loginGroup(system: System, user: string): { readonly userGroup?: string } {
  const isMember = groupsOf(system).some((group) => group.name === dockerGroup && group.members.includes(user))
  return isMember && user !== 'root' ? { userGroup: dockerGroup } : {}
}

export function accountEnvironment(
  system: System,
  account: Account,
  isLogin: boolean,
): Readonly<Record<string, string>> {
  const { environment } = system.process
  const own = { HOME: account.home, USER: account.name, LOGNAME: account.name, SHELL: shellOf(system, account) }
  if (!isLogin) return { ...environment, ...own }
  return {
    PATH: environment.PATH ?? '',
    TERM: environment.TERM ?? 'xterm',
    LANG: environment.LANG ?? 'C.UTF-8',
    ...own,
  }
}

export function shellOf(system: System, account: Account): string {
  if (account.shell !== '' && system.lookUp(account.shell).ok) return account.shell
  return system.lookUp('/bin/bash').ok ? '/bin/bash' : '/bin/sh'
}
