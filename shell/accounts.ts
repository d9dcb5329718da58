import type { System } from '@/engine/kernel/program'

/** A row of /etc/passwd. */
export interface Account {
  readonly name: string
  readonly uid: string
  readonly gid: string
  readonly comment: string
  readonly home: string
  readonly shell: string
}

/** A row of /etc/group. */
export interface Group {
  readonly name: string
  readonly gid: string
  readonly members: readonly string[]
}

function rows(system: System, path: string): readonly (readonly string[])[] {
  const content = system.files.read(path)
  return content.ok && content.value.kind === 'text'
    ? content.value.text
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => line.split(':'))
    : []
}

export function accountsOf(system: System): readonly Account[] {
  return rows(system, '/etc/passwd').map(
    ([name = '', , uid = '0', gid = '0', comment = '', home = '/', shell = '']) => ({
      name,
      uid,
      gid,
      comment,
      home,
      shell,
    }),
  )
}

export function groupsOf(system: System): readonly Group[] {
  return rows(system, '/etc/group').map(([name = '', , gid = '0', members = '']) => ({
    name,
    gid,
    members: members.split(',').filter((member) => member !== ''),
  }))
}

/** The account of a name or number as /etc/passwd has it, or null. */
export function findAccount(system: System, user: string): Account | null {
  return accountsOf(system).find((each) => each.name === user || each.uid === user) ?? null
}

/** The account of `user[:group]`; root is always 0, and an unknown name gets numbers of its own. */
export function accountOf(system: System, user: string): Account {
  const [name = '', group] = user.split(':')
  const found = findAccount(system, name)
  if (found !== null) return group === undefined ? found : { ...found, gid: group }
  const isRoot = name === '' || name === 'root'
  const isNumber = /^\d+$/.test(name)
  return {
    name: isRoot ? 'root' : name,
    uid: isRoot ? '0' : isNumber ? name : '1000',
    gid: isRoot ? '0' : (group ?? (isNumber ? '0' : '1000')),
    comment: '',
    home: isRoot ? '/root' : '/',
    shell: '/bin/sh',
  }
}

export function writeAccounts(system: System, accounts: readonly Account[]): void {
  const lines = accounts.map((one) => `${one.name}:x:${one.uid}:${one.gid}:${one.comment}:${one.home}:${one.shell}\n`)
  system.files.write('/etc/passwd', { kind: 'text', text: lines.join('') })
}

export function writeGroups(system: System, groups: readonly Group[]): void {
  const lines = groups.map((one) => `${one.name}:x:${one.gid}:${one.members.join(',')}\n`)
  system.files.write('/etc/group', { kind: 'text', text: lines.join('') })
}

/** The lowest number from `first` up that nothing has. */
export function freeNumber(taken: readonly string[], first: number): string {
  let number = first
  while (taken.includes(String(number))) number += 1
  return String(number)
}

/** The highest number from `first` down that nothing has: of system accounts on Debian and Red Hat. */
export function freeSystemNumber(taken: readonly string[]): string {
  let number = 999
  while (taken.includes(String(number))) number -= 1
  return String(number)
}

/** The group that may open the engine's socket. */
export const dockerGroup = 'docker'

/** Whether the process' session has the docker group: at the host a login keeps the groups it began with. */
export function isInDockerGroup(system: System): boolean {
  const { user, userGroup } = system.process
  return userGroup === dockerGroup || system.state().host.dockerUsers.includes(user)
}
