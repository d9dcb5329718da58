import { hostSpace } from '@/engine/kernel/process'
import type { System } from '@/engine/kernel/program'
import { type Account, accountOf, dockerGroup, findAccount, groupsOf, isInDockerGroup } from '../accounts'
import { defineCommand } from './define'
import { readFlags } from './lines'

/** The process' own account, with the group that was given beside its user. */
function ownAccount(system: System): Account {
  const { user, userGroup } = system.process
  const account = accountOf(system, user)
  if (userGroup === null) return account
  return { ...account, gid: groupsOf(system).find((group) => group.name === userGroup)?.gid ?? userGroup }
}

function groupName(system: System, gid: string): string | null {
  return groupsOf(system).find((group) => group.gid === gid)?.name ?? null
}

interface Membership {
  readonly gid: string
  readonly name: string | null
}

/** The account's own group and those that list it. */
function membershipsOf(system: System, account: Account): readonly Membership[] {
  const others = groupsOf(system).filter((group) => group.members.includes(account.name) && group.gid !== account.gid)
  return [{ gid: account.gid, name: groupName(system, account.gid) }, ...others]
}

/** Those of this session: on the host the docker group comes with the login, not with the change of /etc/group. */
function sessionMemberships(system: System): readonly Membership[] {
  const account = ownAccount(system)
  const listed = membershipsOf(system, account)
  if (system.process.space !== hostSpace || account.uid === '0') return listed
  const login = accountOf(system, system.process.user)
  const withLogin = listed.some((each) => each.gid === login.gid)
    ? listed
    : [...listed, { gid: login.gid, name: groupName(system, login.gid) }]
  return isInDockerGroup(system) ? withLogin : withLogin.filter((each) => each.name !== dockerGroup)
}

function labelled(id: string, name: string | null): string {
  return name === null ? id : `${id}(${name})`
}

export const whoami = defineCommand('whoami', ({ system }) => {
  const account = accountOf(system, system.process.user)
  if (/^\d+$/.test(account.name)) return { status: 1, error: `whoami: cannot find name for user ID ${account.uid}\n` }
  return { status: 0, output: `${account.name}\n` }
})

export const id = defineCommand('id', ({ args, system, isBusybox }) => {
  const { flags, operands } = readFlags(args, '')
  const [named] = operands
  if (named !== undefined && findAccount(system, named) === null && named !== 'root')
    return { status: 1, error: isBusybox ? `id: unknown user ${named}\n` : `id: '${named}': no such user\n` }
  const account = named === undefined ? ownAccount(system) : accountOf(system, named)
  const groups = named === undefined ? sessionMemberships(system) : membershipsOf(system, account)
  const [first = { gid: account.gid, name: null }] = groups
  const shown = ({ gid, name }: Membership): string => (flags.has('n') ? (name ?? gid) : gid)
  if (flags.has('u')) return { status: 0, output: `${flags.has('n') ? account.name : account.uid}\n` }
  if (flags.has('g')) return { status: 0, output: `${shown(first)}\n` }
  if (flags.has('G')) return { status: 0, output: `${groups.map(shown).join(' ')}\n` }
  const name = /^\d+$/.test(account.name) ? null : account.name
  const listed = groups.map((each) => labelled(each.gid, each.name)).join(',')
  return {
    status: 0,
    output: `uid=${labelled(account.uid, name)} gid=${labelled(first.gid, first.name)} groups=${listed}\n`,
  }
})

export const groups = defineCommand('groups', ({ args, system }) => {
  const names = (list: readonly Membership[]): string => list.map((each) => each.name ?? each.gid).join(' ')
  if (args.length === 0) return { status: 0, output: `${names(sessionMemberships(system))}\n` }
  const lines = args.map((name) => {
    const account = findAccount(system, name)
    return account === null ? null : `${name} : ${names(membershipsOf(system, account))}\n`
  })
  const missing = args.filter((_, index) => lines[index] === null)
  return {
    status: missing.length === 0 ? 0 : 1,
    output: lines.join(''),
    error: missing.map((name) => `groups: '${name}': no such user\n`).join(''),
  }
})
