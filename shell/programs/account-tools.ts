import type { Program, System } from '@/engine/kernel/program'
import {
  type Account,
  accountsOf,
  findAccount,
  freeNumber,
  freeSystemNumber,
  type Group,
  groupsOf,
  writeAccounts,
  writeGroups,
} from '../accounts'
import { adduser, busyboxAddgroup, busyboxDeluser } from './adduser'
import { type Call, defineCommand, type Result } from './define'
import { readFlags } from './lines'

const done: Result = { status: 0 }

function fault(text: string, status: number): Result {
  return { status, error: `${text}\n` }
}

/** Only root may change the accounts; null where the process may. */
function refusal({ name, system }: Call, file = '/etc/passwd'): Result | null {
  if (system.process.user === 'root') return null
  return fault(
    `${name}: Permission denied.\n${name}: cannot lock ${file}; try again later.`,
    name.startsWith('group') ? 10 : 1,
  )
}

function withMember(group: Group, user: string): Group {
  return group.members.includes(user) ? group : { ...group, members: [...group.members, user] }
}

/** Puts a user into the named groups; the first that does not exist is returned instead. */
function join(system: System, user: string, names: readonly string[], replaces: boolean): string | null {
  const groups = groupsOf(system)
  const missing = names.find((name) => !groups.some((group) => group.name === name || group.gid === name))
  if (missing !== undefined) return missing
  writeGroups(
    system,
    groups.map((group) => {
      if (names.includes(group.name) || names.includes(group.gid)) return withMember(group, user)
      return replaces ? { ...group, members: group.members.filter((member) => member !== user) } : group
    }),
  )
  return null
}

function listOf(text: string | undefined): readonly string[] {
  return text === undefined ? [] : text.split(',').filter((name) => name !== '')
}

/** Long options of the shadow tools as their letters. */
const letters: Readonly<Record<string, string>> = {
  '--append': '-a',
  '--groups': '-G',
  '--gid': '-g',
  '--uid': '-u',
  '--shell': '-s',
  '--home': '-d',
  '--home-dir': '-d',
  '--login': '-l',
  '--create-home': '-m',
  '--no-create-home': '-M',
  '--system': '-r',
  '--comment': '-c',
  '--user-group': '-U',
  '--no-user-group': '-N',
  '--remove': '-r',
  '--password': '-p',
  '--no-log-init': '-l',
}

function shortened(args: readonly string[]): readonly string[] {
  return args.flatMap((word) => {
    const at = word.indexOf('=')
    const name = at > 0 && word.startsWith('--') ? word.slice(0, at) : word
    const short = Object.hasOwn(letters, name) ? letters[name] : undefined
    if (short === undefined) return [word]
    return name === word ? [short] : [short, word.slice(at + 1)]
  })
}

const useradd = defineCommand('useradd', (call) => {
  const { args, system } = call
  const { flags, operands } = readFlags(shortened(args), 'bcdefgGkKpsuZ')
  const [name] = operands
  if (name === undefined) return fault('Usage: useradd [options] LOGIN', 2)
  const refused = refusal(call)
  if (refused !== null) return refused
  if (!/^[a-z_][a-z0-9_-]*\$?$/i.test(name)) return fault(`useradd: invalid user name '${name}'`, 3)
  if (findAccount(system, name) !== null) return fault(`useradd: user '${name}' already exists`, 9)
  const uid = flags.get('u') ?? freeUserNumber(system, flags.has('r'))
  if (accountsOf(system).some((one) => one.uid === uid)) return fault(`useradd: UID ${uid} is not unique`, 4)
  const given = flags.get('g')
  const group = given === undefined ? null : findGroup(system, given)
  if (given !== undefined && group === null) return fault(`useradd: group '${given}' does not exist`, 6)
  const missing = listOf(flags.get('G')).find((each) => findGroup(system, each) === null)
  if (missing !== undefined) return fault(`useradd: group '${missing}' does not exist`, 6)
  const gid = group?.gid ?? addOwnGroup(system, name, uid)
  addAccount(
    system,
    {
      name,
      uid,
      gid,
      comment: flags.get('c') ?? '',
      home: flags.get('d') ?? `/home/${name}`,
      shell: flags.get('s') ?? '/bin/sh',
    },
    flags.has('m'),
  )
  join(system, name, listOf(flags.get('G')), false)
  return done
})

function findGroup(system: System, name: string): Group | null {
  return groupsOf(system).find((group) => group.name === name || group.gid === name) ?? null
}

function freeUserNumber(system: System, isSystem: boolean): string {
  const taken = [...accountsOf(system).map((one) => one.uid), ...groupsOf(system).map((one) => one.gid)]
  return isSystem ? freeSystemNumber(taken) : freeNumber(taken, 1000)
}

/** The group of the user's own name; its number is the user's where that is free. */
function addOwnGroup(system: System, name: string, uid: string): string {
  const groups = groupsOf(system)
  const known = groups.find((group) => group.name === name)
  if (known !== undefined) return known.gid
  const gid = groups.some((group) => group.gid === uid)
    ? freeNumber(
        groups.map((group) => group.gid),
        1000,
      )
    : uid
  writeGroups(system, [...groups, { name, gid, members: [] }])
  return gid
}

function addAccount(system: System, account: Account, makesHome: boolean): void {
  writeAccounts(system, [...accountsOf(system), account])
  if (!makesHome) return
  system.files.makeDirectory(account.home, { parents: true, mode: 0o755 })
  system.files.change(account.home, { owner: account.name, group: account.name, mode: 0o700 })
}

const usermod = defineCommand('usermod', (call) => {
  const { args, system } = call
  const { flags, operands } = readFlags(shortened(args), 'cdefgGlpsuZ')
  const [name] = operands
  if (name === undefined || flags.size === 0) return fault('Usage: usermod [options] LOGIN', 2)
  if (flags.has('a') && !flags.has('G')) return fault('usermod: -a flag is only allowed with the -G flag', 2)
  const refused = refusal(call)
  if (refused !== null) return refused
  const account = findAccount(system, name)
  if (account === null) return fault(`usermod: user '${name}' does not exist`, 6)
  const missing = flags.has('G') ? join(system, name, listOf(flags.get('G')), !flags.has('a')) : null
  if (missing !== null) return fault(`usermod: group '${missing}' does not exist`, 6)
  const group = flags.get('g')
  const own = group === undefined ? null : findGroup(system, group)
  if (group !== undefined && own === null) return fault(`usermod: group '${group}' does not exist`, 6)
  const changed: Account = {
    name: flags.get('l') ?? account.name,
    uid: flags.get('u') ?? account.uid,
    gid: own?.gid ?? account.gid,
    comment: flags.get('c') ?? account.comment,
    home: flags.get('d') ?? account.home,
    shell: flags.get('s') ?? account.shell,
  }
  writeAccounts(
    system,
    accountsOf(system).map((one) => (one.name === account.name ? changed : one)),
  )
  return done
})

const userdel = defineCommand('userdel', (call) => {
  const { args, system } = call
  const { flags, operands } = readFlags(shortened(args), '')
  const [name] = operands
  if (name === undefined) return fault('Usage: userdel [options] LOGIN', 2)
  const refused = refusal(call)
  if (refused !== null) return refused
  const account = findAccount(system, name)
  if (account === null) return fault(`userdel: user '${name}' does not exist`, 6)
  writeAccounts(
    system,
    accountsOf(system).filter((one) => one.name !== name),
  )
  writeGroups(
    system,
    groupsOf(system)
      .filter((group) => group.name !== name)
      .map((group) => ({ ...group, members: group.members.filter((member) => member !== name) })),
  )
  if (flags.has('r')) system.files.remove(account.home, { recursive: true })
  return done
})

const groupadd = defineCommand('groupadd', (call) => {
  const { args, system } = call
  const { flags, operands } = readFlags(shortened(args), 'gKp')
  const [name] = operands
  if (name === undefined) return fault('Usage: groupadd [options] GROUP', 2)
  const refused = refusal(call, '/etc/group')
  if (refused !== null) return refused
  const groups = groupsOf(system)
  if (groups.some((group) => group.name === name))
    return flags.has('f') ? done : fault(`groupadd: group '${name}' already exists`, 9)
  const taken = groups.map((group) => group.gid)
  const gid = flags.get('g') ?? (flags.has('r') ? freeSystemNumber(taken) : freeNumber(taken, 1000))
  if (taken.includes(gid)) return fault(`groupadd: GID '${gid}' already exists`, 4)
  writeGroups(system, [...groups, { name, gid, members: [] }])
  return done
})

const groupdel = defineCommand('groupdel', (call) => {
  const { args, system } = call
  const [name] = readFlags(args, '').operands
  if (name === undefined) return fault('Usage: groupdel [options] GROUP', 2)
  const refused = refusal(call, '/etc/group')
  if (refused !== null) return refused
  const group = findGroup(system, name)
  if (group === null) return fault(`groupdel: group '${name}' does not exist`, 6)
  const owner = accountsOf(system).find((account) => account.gid === group.gid)
  if (owner !== undefined) return fault(`groupdel: cannot remove the primary group of user '${owner.name}'`, 8)
  writeGroups(
    system,
    groupsOf(system).filter((each) => each.name !== name),
  )
  return done
})

/** `gpasswd -a USER GROUP`, `gpasswd -d USER GROUP`. */
const gpasswd = defineCommand('gpasswd', ({ args, system }) => {
  const { flags, operands } = readFlags(args, 'adMA')
  const [name] = operands
  const added = flags.get('a')
  const user = added ?? flags.get('d')
  if (name === undefined || user === undefined) return fault('Usage: gpasswd [option] GROUP', 2)
  if (system.process.user !== 'root') return fault('gpasswd: Permission denied.', 1)
  const groups = groupsOf(system)
  const group = groups.find((each) => each.name === name)
  if (group === undefined) return fault(`gpasswd: group '${name}' does not exist in /etc/group`, 3)
  if (findAccount(system, user) === null) return fault(`gpasswd: user '${user}' does not exist`, 3)
  if (added === undefined && !group.members.includes(user))
    return {
      status: 3,
      output: `Removing user ${user} from group ${name}\n`,
      error: `gpasswd: user '${user}' is not a member of '${name}'\n`,
    }
  const changed =
    added === undefined
      ? { ...group, members: group.members.filter((member) => member !== user) }
      : withMember(group, user)
  writeGroups(
    system,
    groups.map((each) => (each === group ? changed : each)),
  )
  return {
    status: 0,
    output:
      added === undefined ? `Removing user ${user} from group ${name}\n` : `Adding user ${user} to group ${name}\n`,
  }
})

/** `deluser USER [GROUP]`. */
const deluser = defineCommand('deluser', (call) => {
  if (call.isBusybox) return busyboxDeluser(call)
  const { system } = call
  const [user, name] = readFlags(call.args, '').operands
  if (system.process.user !== 'root') return fault('deluser: Only root may remove a user or group from the system.', 1)
  if (user === undefined) return fault('deluser: Specify a user.', 1)
  if (findAccount(system, user) === null) return fault(`/usr/sbin/deluser: The user \`${user}' does not exist.`, 2)
  if (name === undefined) {
    writeAccounts(
      system,
      accountsOf(system).filter((one) => one.name !== user),
    )
    return { status: 0, output: `Removing user \`${user}' ...\nDone.\n` }
  }
  const groups = groupsOf(system)
  const group = groups.find((each) => each.name === name)
  if (group === undefined) return fault(`/usr/sbin/deluser: The group \`${name}' does not exist.`, 3)
  if (!group.members.includes(user))
    return fault(`/usr/sbin/deluser: The user \`${user}' is not a member of group \`${name}'.`, 6)
  writeGroups(
    system,
    groups.map((each) => (each === group ? { ...group, members: group.members.filter((one) => one !== user) } : each)),
  )
  return { status: 0, output: `Removing user \`${user}' from group \`${name}' ...\nDone.\n` }
})

const addgroup = defineCommand('addgroup', (call) => {
  if (call.isBusybox) return busyboxAddgroup(call)
  const { args, system } = call
  const { flags, operands } = readFlags(
    args.map((word) => (word === '--gid' ? '-g' : word)),
    'g',
  )
  const [name] = operands
  if (system.process.user !== 'root') return fault('addgroup: Only root may add a user or group to the system.', 1)
  if (name === undefined) return fault('addgroup: Specify a group name.', 1)
  const groups = groupsOf(system)
  if (groups.some((group) => group.name === name)) return fault(`addgroup: The group \`${name}' already exists.`, 1)
  const taken = groups.map((group) => group.gid)
  const gid = flags.get('g') ?? freeNumber(taken, args.includes('--system') ? 101 : 1000)
  writeGroups(system, [...groups, { name, gid, members: [] }])
  return { status: 0, output: `Adding group \`${name}' (GID ${gid}) ...\nDone.\n` }
})

/** Programs that change /etc/passwd and /etc/group. */
export const accountTools: readonly Program[] = [
  addgroup,
  adduser,
  deluser,
  gpasswd,
  groupadd,
  groupdel,
  useradd,
  userdel,
  usermod,
]
