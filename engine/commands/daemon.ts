import { type Call, isClient20, printError } from './call'

const SOCKET = 'unix:///var/run/docker.sock'
const ESCAPED = 'http://%2Fvar%2Frun%2Fdocker.sock'

/** Commands that say something before they need the engine. */
const CLIENT_FIRST = new Set(['version', 'info', 'logout'])

/** Prints why the engine cannot be reached and returns the exit code; null where it can (or the command does without). */
export function unreachableEngine(call: Call): number | null {
  if (CLIENT_FIRST.has(call.command.name)) return null
  const reason = connectionError(call)
  return reason === null ? null : refuse(call, reason)
}

/** Why the engine cannot be reached, in the client's words, or null. */
export function connectionError(call: Call): string | null {
  const { host } = call.transaction.state
  const { environment, user, userGroup = null } = call.invocation
  const address = call.command.globalFlags.host?.at(-1) ?? environment.DOCKER_HOST ?? SOCKET
  if (address !== SOCKET || host.daemon === 'stopped') {
    return `Cannot connect to the Docker daemon at ${address}. Is the docker daemon running?`
  }
  if (user === 'root' || userGroup === 'docker' || host.dockerUsers.includes(user)) return null
  const request = isClient20(call) ? requestOf(call.command.name) : `Head "${ESCAPED}/_ping"`
  return `permission denied while trying to connect to the Docker daemon socket at ${SOCKET}: ${request}: dial unix /var/run/docker.sock: connect: permission denied`
}

function requestOf(command: string): string {
  const [method, path] = REQUESTS[command] ?? ['Get', '_ping']
  return `${method} "${ESCAPED}/v1.24/${path}"`
}

const REQUESTS: Readonly<Record<string, readonly [string, string]>> = {
  ps: ['Get', 'containers/json'],
  images: ['Get', 'images/json'],
  run: ['Post', 'containers/create'],
  create: ['Post', 'containers/create'],
  info: ['Get', 'info'],
  version: ['Get', 'version'],
  'volume ls': ['Get', 'volumes'],
  'network ls': ['Get', 'networks'],
}

function refuse(call: Call, reason: string): number {
  if (call.command.name !== 'run') {
    printError(call, `${reason}\n`)
    return 1
  }
  const hint = isClient20(call) ? `.\nSee 'docker run --help'.\n` : `\n\nRun 'docker run --help' for more information\n`
  printError(call, `docker: ${reason}${hint}`)
  return reason.startsWith('permission denied') ? 126 : 125
}
