import type { System } from '@/engine/kernel/program'
import { type Account, accountsOf, findAccount, freeNumber, groupsOf, writeAccounts, writeGroups } from '../accounts'
import { type Call, defineCommand, type Result } from './define'
import { readFlags } from './lines'

const firstSystemNumber = 100
const firstNumber = 1000

function fault(text: string, status = 1): Result {
  return { status, error: `${text}\n` }
}

function makeHome(system: System, { home, name }: Account): void {
  system.files.makeDirectory(home, { parents: true, mode: 0o755 })
  system.files.change(home, { owner: name, group: name, mode: 0o755 })
}

function joinGroup(system: System, user: string, name: string): boolean {
  const groups = groupsOf(system)
  if (!groups.some((group) => group.name === name)) return false
  writeGroups(
    system,
    groups.map((group) =>
      group.name !== name || group.members.includes(user) ? group : { ...group, members: [...group.members, user] },
    ),
  )
  return true
}

/** busybox' long options as their letters. */
const letters: Readonly<Record<string, string>> = {
  '--home': '-h',
  '--gecos': '-g',
  '--shell': '-s',
  '--ingroup': '-G',
  '--system': '-S',
  '--disabled-password': '-D',
  '--empty-password': '-D',
  '--no-create-home': '-H',
  '--uid': '-u',
  '--gid': '-g',
}

function shortened(args: readonly string[]): readonly string[] {
  return args.map((word) => (Object.hasOwn(letters, word) ? (letters[word] ?? word) : word))
}

/** `adduser [-h DIR] [-g GECOS] [-s SHELL] [-G GROUP] [-SDH] [-u UID] USER [GROUP]` of busybox. */
function busyboxAdduser({ args, system }: Call): Result {
  const { flags, operands } = readFlags(shortened(args), 'hgsGuk')
  const [name, joined] = operands
  if (name === undefined) return fault(busyboxUsage)
  if (system.process.user !== 'root') return fault('adduser: must be superuser to use this applet')
  if (joined !== undefined) {
    if (findAccount(system, name) === null) return fault(`adduser: unknown user ${name}`)
    return joinGroup(system, name, joined) ? { status: 0 } : fault(`adduser: unknown group ${joined}`)
  }
  if (findAccount(system, name) !== null) return fault(`adduser: user '${name}' in use`)
  const isSystem = flags.has('S')
  const groups = groupsOf(system)
  const taken = accountsOf(system).map((one) => one.uid)
  const uid = flags.get('u') ?? freeNumber(taken, isSystem ? firstSystemNumber : firstNumber)
  if (taken.includes(uid)) return fault(`adduser: uid '${uid}' in use`)
  const named = flags.get('G')
  const group = named === undefined ? null : groups.find((each) => each.name === named)
  if (group === undefined) return fault(`adduser: unknown group ${named ?? ''}`)
  const gid =
    group?.gid ??
    (isSystem
      ? '65533'
      : freeNumber(
          groups.map((each) => each.gid),
          Number(uid),
        ))
  if (group === null && !isSystem && !groups.some((each) => each.name === name))
    writeGroups(system, [...groups, { name, gid, members: [] }])
  const account: Account = {
    name,
    uid,
    gid,
    comment: flags.get('g') ?? 'Linux User',
    home: flags.get('h') ?? `/home/${name}`,
    shell: flags.get('s') ?? (isSystem ? '/sbin/nologin' : '/bin/sh'),
  }
  writeAccounts(system, [...accountsOf(system), account])
  if (!flags.has('H')) makeHome(system, account)
  if (flags.has('D') || isSystem) return { status: 0 }
  return { status: 1, output: `Changing password for ${name}\n`, error: `passwd: password for ${name} is unchanged\n` }
}

const busyboxUsage = `BusyBox v1.37.0 multi-call binary.

Usage: adduser [OPTIONS] USER [GROUP]

Create new user, or add USER to GROUP

\t-h DIR\t\tHome directory
\t-g GECOS\tGECOS field
\t-s SHELL\tLogin shell
\t-G GRP\t\tGroup
\t-S\t\tCreate a system user
\t-D\t\tDon't assign a password
\t-H\t\tDon't create home directory
\t-u UID\t\tUser id
\t-k SKEL\t\tSkeleton directory (/etc/skel)`

/** `addgroup [-g GID] [-S] [USER] GROUP` of busybox. */
export function busyboxAddgroup({ args, system }: Call): Result {
  const { flags, operands } = readFlags(shortened(args), 'g')
  const [first, second] = operands
  if (first === undefined) return fault('addgroup: too few arguments')
  if (system.process.user !== 'root') return fault('addgroup: must be superuser to use this applet')
  if (second !== undefined) {
    if (findAccount(system, first) === null) return fault(`addgroup: unknown user ${first}`)
    return joinGroup(system, first, second) ? { status: 0 } : fault(`addgroup: unknown group ${second}`)
  }
  const groups = groupsOf(system)
  if (groups.some((group) => group.name === first)) return fault(`addgroup: group '${first}' in use`)
  const taken = groups.map((group) => group.gid)
  const gid = flags.get('g') ?? freeNumber(taken, flags.has('S') ? firstSystemNumber : firstNumber)
  if (taken.includes(gid)) return fault(`addgroup: gid '${gid}' in use`)
  writeGroups(system, [...groups, { name: first, gid, members: [] }])
  return { status: 0 }
}

/** `deluser [--remove-home] USER`, `deluser USER GROUP` of busybox. */
export function busyboxDeluser({ args, system }: Call): Result {
  const [user, group] = args.filter((word) => !word.startsWith('-'))
  if (user === undefined) return fault('deluser: too few arguments')
  if (system.process.user !== 'root') return fault('deluser: must be superuser to use this applet')
  const account = findAccount(system, user)
  if (account === null) return fault(`deluser: unknown user ${user}`)
  writeGroups(
    system,
    groupsOf(system)
      .filter((each) => group !== undefined || each.name !== user)
      .map((each) =>
        group === undefined || each.name === group
          ? { ...each, members: each.members.filter((member) => member !== user) }
          : each,
      ),
  )
  if (group === undefined)
    writeAccounts(
      system,
      accountsOf(system).filter((one) => one.name !== user),
    )
  if (args.includes('--remove-home')) system.files.remove(account.home, { recursive: true })
  return { status: 0 }
}

/** Debian's adduser: says what it does. */
function debianAdduser({ args, system }: Call): Result {
  const { operands, values, switches } = readLongOptions(args)
  const [name, joined] = operands
  if (system.process.user !== 'root') return fault('adduser: Only root may add a user or group to the system.')
  if (name === undefined) return fault('adduser: Specify a user name.')
  if (joined !== undefined) {
    if (!joinGroup(system, name, joined)) return fault(`adduser: The group \`${joined}' does not exist.`)
    return { status: 0, output: `Adding user \`${name}' to group \`${joined}' ...\nDone.\n` }
  }
  const isSystem = switches.has('system')
  if (findAccount(system, name) !== null)
    return isSystem
      ? { status: 0, output: `The system user \`${name}' already exists. Exiting.\n` }
      : fault(`adduser: The user \`${name}' already exists.`)
  const groups = groupsOf(system)
  const number = freeNumber(
    [...accountsOf(system).map((one) => one.uid), ...groups.map((group) => group.gid)],
    isSystem ? firstSystemNumber : firstNumber,
  )
  const uid = values.get('uid') ?? number
  const named = values.get('ingroup') ?? values.get('gid')
  const known = groups.find((group) => group.name === named || group.gid === named)
  const hasOwnGroup = known === undefined && (!isSystem || switches.has('group'))
  const group = known ?? { name: hasOwnGroup ? name : 'nogroup', gid: hasOwnGroup ? uid : '65534', members: [] }
  if (hasOwnGroup) writeGroups(system, [...groups, group])
  const account: Account = {
    name,
    uid,
    gid: group.gid,
    comment: values.get('gecos') ?? (isSystem ? '' : ',,,'),
    home: values.get('home') ?? (isSystem ? '/nonexistent' : `/home/${name}`),
    shell: values.get('shell') ?? (isSystem ? '/usr/sbin/nologin' : '/bin/bash'),
  }
  writeAccounts(system, [...accountsOf(system), account])
  const makesHome = !switches.has('no-create-home') && account.home !== '/nonexistent'
  if (makesHome) makeHome(system, account)
  const kind = isSystem ? 'system user' : 'user'
  const lines = [
    `Adding ${kind} \`${name}' ${isSystem ? `(UID ${uid}) ` : ''}...`,
    hasOwnGroup ? `Adding new group \`${name}' (${isSystem ? `GID ${group.gid}` : group.gid}) ...` : '',
    `Adding new user \`${name}' (${isSystem ? `UID ${uid}` : uid}) with group \`${group.name}${isSystem ? '' : ` (${group.gid})`}' ...`,
    makesHome ? `Creating home directory \`${account.home}' ...` : `Not creating home directory \`${account.home}'.`,
    makesHome && !isSystem ? "Copying files from `/etc/skel' ..." : '',
  ]
  return { status: 0, output: lines.flatMap((line) => (line === '' ? [] : [`${line}\n`])).join('') }
}

const valued = new Set(['home', 'shell', 'uid', 'gid', 'ingroup', 'gecos', 'comment', 'conf'])

function readLongOptions(args: readonly string[]) {
  const values = new Map<string, string>()
  const switches = new Set<string>()
  const operands: string[] = []
  const rest = [...args]
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    const [name = '', value] = word.replace(/^--/, '').split(/=(.*)/s)
    if (!word.startsWith('--')) operands.push(word)
    else if (valued.has(name)) values.set(name === 'comment' ? 'gecos' : name, value ?? rest.shift() ?? '')
    else switches.add(name)
  }
  return { values, switches, operands }
}

/** adduser: busybox' applet or Debian's script; neither asks for a password here. */
export const adduser = defineCommand('adduser', (call) => (call.isBusybox ? busyboxAdduser(call) : debianAdduser(call)))
