import { flagIsGiven, flagIsOn, flagText } from '../cli/command-line'
import type { Attachment } from '../io'
import { type Call, daemonError, type Ending, isClient20, print, printError } from './call'
import { forgetLogin, keepLogin, storageWarning } from './login-file'

const HUB_SERVER = 'https://index.docker.io/v1/'

const LOGIN_PROMPT =
  "Login with your Docker ID to push and pull images from Docker Hub. If you don't have a Docker ID, head over to https://hub.docker.com to create one.\n"

const TOKEN_ADVICE =
  '\ni Info → A Personal Access Token (PAT) can be used instead.\n         To create a PAT, visit https://app.docker.com/settings\n\n\n'

/** `docker login`: asks for what was not given, then remembers the account. */
export function login(call: Call): Ending {
  const { command, invocation } = call
  const user = flagText(command, 'username') ?? ''
  const fromInput = flagIsOn(command, 'password-stdin')
  if (fromInput && !flagIsGiven(command, 'username')) {
    printError(
      call,
      isClient20(call)
        ? 'Must provide --username with --password-stdin\n'
        : 'the --password-stdin option requires --username to be set\n',
    )
    return 1
  }
  const server = command.args[0] ?? null
  if (fromInput) return signInFromInput(call, server, user)
  const password = flagText(command, 'password') ?? ''
  if (password !== '') {
    printError(call, 'WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n')
    return signIn(call, server, user, password)
  }
  if (!invocation.terminal.stdin) {
    printError(call, 'Error: Cannot perform an interactive login from a non TTY device\n')
    return 1
  }
  return ask(call, server, user)
}

function ask(call: Call, server: string | null, user: string): Attachment {
  const fields = [
    ...(user === '' ? [{ prompt: 'Username: ', hidden: false }] : []),
    { prompt: 'Password: ', hidden: true },
  ]
  if (user === '' && server === null && isClient20(call)) print(call, LOGIN_PROMPT)
  if (!isClient20(call) && server === null) print(call, TOKEN_ADVICE)
  return {
    kind: 'ask',
    fields,
    argv: ['login', '--username', user, '--password-stdin', ...(server === null ? [] : [server])],
  }
}

/** The password, or where no user was given the user and the password, a line each. */
function signInFromInput(call: Call, server: string | null, given: string): number {
  const { stdin } = call.invocation
  const lines = stdin?.kind === 'text' ? stdin.text.split('\n') : []
  const [first = '', second = ''] = lines
  return given === '' ? signIn(call, server, first, second) : signIn(call, server, given, first)
}

function signIn(call: Call, server: string | null, user: string, password: string): number {
  const { transaction, io } = call
  const host = server === null ? 'docker.io' : server.replace(/^https?:\/\//, '').replace(/\/.*$/, '')
  const { state } = transaction
  if (!state.host.online)
    return daemonError(
      call,
      `Get "https://registry-1.docker.io/v2/": dial tcp: lookup registry-1.docker.io on 192.168.1.1:53: no such host`,
    )
  const known = Object.hasOwn(io.hub.accounts, user) ? io.hub.accounts[user] : undefined
  if (host === 'docker.io' && (known === undefined || known !== password)) {
    return daemonError(call, 'Get "https://registry-1.docker.io/v2/": unauthorized: incorrect username or password')
  }
  transaction.state = { ...state, credentials: { ...state.credentials, [host]: { user } } }
  const givesToken = io.hub.givesTokens === true
  keepLogin(call, host === 'docker.io' ? HUB_SERVER : host, user, givesToken ? null : password)
  if (!givesToken) printError(call, storageWarning(call))
  print(call, 'Login Succeeded\n')
  return 0
}

/** `docker logout` */
export function logout(call: Call): Ending {
  const { transaction, command } = call
  const server = command.args[0] ?? null
  const host = server ?? 'docker.io'
  const { [host]: _removed, ...credentials } = transaction.state.credentials
  transaction.state = { ...transaction.state, credentials }
  forgetLogin(call, server ?? HUB_SERVER)
  print(call, `Removing login credentials for ${server ?? HUB_SERVER}\n`)
  return 0
}
