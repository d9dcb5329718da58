import type { Outcome, Program, System } from '@/engine/kernel/program'
import { accountOf, findAccount, groupsOf } from '../accounts'
import { accountEnvironment, begin, follow, loginGroup, open, refuse, type SessionMemory, shellOf } from './session'

interface SuCall {
  readonly user: string
  readonly isLogin: boolean
  readonly command: string | null
  /** -s: instead of the account's own. */
  readonly shell: string | null
}

function readSu(argv: readonly string[]): SuCall {
  const rest = argv.slice(1)
  let isLogin = false
  let command: string | null = null
  let shell: string | null = null
  const names: string[] = []
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '-' || word === '-l' || word === '--login') isLogin = true
    else if (word === '-c' || word === '--command') command = rest.shift() ?? ''
    else if (word === '-s' || word === '--shell') shell = rest.shift() ?? null
    else if (!word.startsWith('-')) names.push(word)
  }
  return { user: names[0] ?? 'root', isLogin, command, shell }
}

/** Whether the password was typed: any will do. Null while it is awaited. */
function askPassword(memory: SessionMemory, system: System): Outcome | null {
  if (!memory.asked) {
    system.setTerminal({ echo: false })
    system.write(2, 'Password: ')
    return { kind: 'wait', memory: { ...memory, asked: true }, wait: { on: 'read', descriptor: 0 } }
  }
  const typed = system.read(0)
  if (typed.kind === 'block') return { kind: 'wait', memory, wait: { on: 'read', descriptor: 0 } }
  system.setTerminal({ echo: true })
  system.write(2, '\n')
  return typed.kind === 'data' && typed.text.trim() !== '' ? null : refuse(system, 'su: Authentication failure')
}

function beginSu(memory: SessionMemory, system: System): Outcome {
  const { process } = system
  const { user, isLogin, command, shell: given } = readSu(memory.argv)
  const account = user === 'root' ? accountOf(system, 'root') : findAccount(system, user)
  if (account === null)
    return refuse(
      system,
      process.flavour === 'busybox'
        ? `su: unknown user ${user}`
        : `su: user ${user} does not exist or the user entry does not contain all the required fields`,
    )
  if (process.user !== 'root') {
    const waiting = askPassword(memory, system)
    if (waiting !== null) return waiting
  }
  if (given === null && /\/(?:nologin|false)$/.test(account.shell))
    return refuse(system, 'This account is currently not available.')
  const shell = given ?? shellOf(system, account)
  return open(
    memory,
    {
      argv: command === null ? [shell] : [shell, '-c', command],
      environment: accountEnvironment(system, account, isLogin),
      descriptors: process.descriptors,
      user: account.name,
      ...loginGroup(system, account.name),
      ...(isLogin ? { directory: account.home } : {}),
    },
    system,
    'su: ',
  )
}

/** su: a shell (or `-c` command) as another user; `-` begins a login. */
export const su: Program = {
  name: 'su',
  begin,
  step: (memory: SessionMemory, system: System): Outcome =>
    memory.child === null ? beginSu(memory, system) : follow(memory, memory.child, system),
}

/** newgrp: a new shell with a group the user was put into since the login. */
export const newgrp: Program = {
  name: 'newgrp',
  begin,
  step(memory: SessionMemory, system: System): Outcome {
    if (memory.child !== null) return follow(memory, memory.child, system)
    const { user, environment, descriptors } = system.process
    const name = memory.argv[1] ?? user
    const group = groupsOf(system).find((each) => each.name === name)
    if (group === undefined) return refuse(system, `newgrp: group '${name}' does not exist`)
    const isMember = user === 'root' || group.members.includes(user) || accountOf(system, user).gid === group.gid
    if (!isMember) return refuse(system, 'Password: \nInvalid password.')
    const request = { argv: ['bash'], environment, descriptors, userGroup: group.name }
    return open(memory, request, system, 'newgrp: ')
  },
}
