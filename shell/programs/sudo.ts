import type { Outcome, Program, System } from '@/engine/kernel/program'
import { accountOf, findAccount, groupsOf } from '../accounts'
import { accountEnvironment, begin, follow, loginGroup, open, refuse, type SessionMemory, shellOf } from './session'

interface SudoCall {
  readonly user: string
  readonly isLogin: boolean
  readonly command: readonly string[]
  readonly isNothing: boolean
}

function readSudo(argv: readonly string[]): SudoCall {
  const rest = argv.slice(1)
  let user = 'root'
  let isLogin = false
  let isShell = false
  let isNothing = false
  while (rest[0]?.startsWith('-') === true && rest[0] !== '-') {
    const word = rest.shift() ?? ''
    if (word === '--') break
    if (word === '-u' || word === '--user') user = rest.shift() ?? 'root'
    else if (word === '-g' || word === '-p' || word === '-C') rest.shift()
    else if (word.startsWith('--user=')) user = word.slice('--user='.length)
    isLogin ||= word === '-i' || word === '--login'
    isShell ||= word === '-s' || word === '--shell'
    isNothing ||= word === '-v' || word === '-k' || word === '-K'
  }
  const variables = rest.findIndex((word) => !/^[A-Za-z_]\w*=/.test(word))
  const command = variables > 0 ? ['env', ...rest] : rest
  return { user, isLogin, command, isNothing: isNothing && rest.length === 0 && !isShell }
}

const sudoUsage = `usage: sudo -h | -K | -k | -V
usage: sudo -v [-ABkNnS] [-g group] [-h host] [-p prompt] [-u user]
usage: sudo -l [-ABkNnS] [-g group] [-h host] [-p prompt] [-U user] [-u user] [command [arg ...]]
usage: sudo [-ABbEHkNnPS] [-r role] [-t type] [-C num] [-D directory] [-g group] [-h host] [-p prompt] [-R directory] [-T timeout] [-u user] [VAR=value] [-i | -s] [command [arg ...]]
usage: sudo -e [-ABkNnS] [-r role] [-t type] [-C num] [-D directory] [-g group] [-h host] [-p prompt] [-R directory] [-T timeout] [-u user] file ...`

function beginSudo(memory: SessionMemory, system: System): Outcome {
  const { process } = system
  const { user, isLogin, command, isNothing } = readSudo(memory.argv)
  const isAllowed =
    process.user === 'root' ||
    groupsOf(system).some((group) => group.name === 'sudo' && group.members.includes(process.user))
  if (memory.argv.length === 1) return refuse(system, sudoUsage)
  if (!isAllowed) return refuse(system, `${process.user} is not in the sudoers file.`)
  if (isNothing) return { kind: 'exit', status: 0 }
  const account = user === 'root' ? accountOf(system, 'root') : findAccount(system, user.replace(/^#/, ''))
  if (account === null)
    return refuse(system, `sudo: unknown user ${user}\nsudo: error initializing audit plugin sudoers_audit`)
  const shell = shellOf(system, account)
  const argv = command.length > 0 ? command : [shell]
  return open(
    memory,
    {
      argv: isLogin && command.length > 0 ? [shell, '-c', command.join(' ')] : argv,
      environment: { ...accountEnvironment(system, account, isLogin), SUDO_USER: process.user },
      descriptors: process.descriptors,
      user: account.name,
      ...loginGroup(system, account.name),
      ...(isLogin ? { directory: account.home } : {}),
    },
    system,
    'sudo: ',
  )
}

/** sudo: the command as another user, without asking for a password. */
export const sudo: Program = {
  name: 'sudo',
  begin,
  step: (memory: SessionMemory, system: System): Outcome =>
    memory.child === null ? beginSudo(memory, system) : follow(memory, memory.child, system),
}
