import { flagIsOn, flagText, flagTexts } from '../cli/command-line'
import type { Container } from '../container/container'
import { type ExecResult, execInContainer } from '../container/exec'
import { execError } from '../container/start'
import { attachTo, lacksTerminal } from './attachment'
import { type Call, daemonError, type Ending, print } from './call'
import { containerOf } from './containers'

/** `docker exec` */
export function exec(call: Call): Ending {
  const { transaction, command, io } = call
  const [name = '', ...argv] = command.args
  const container = containerOf(call, name, 'client')
  if (container === null) return 1
  const refusal = refusalOf(container, name)
  if (refusal !== null) return daemonError(call, refusal)
  const detached = flagIsOn(command, 'detach')
  const terminal = flagIsOn(command, 'tty')
  const stdin = flagIsOn(command, 'interactive')
  if (!detached && lacksTerminal(call, terminal, stdin)) return 1
  const result = execInContainer(
    transaction,
    container,
    {
      argv,
      environment: flagTexts(command, 'env').map((entry) => withValue(entry, call.invocation.environment)),
      user: flagText(command, 'user') || null,
      directory: flagText(command, 'workdir') || null,
      terminal,
      stdin: stdin && !detached,
    },
    io,
  )
  if (!result.ok) return execFailure(call, argv[0] ?? '', result, detached)
  if (detached) return 0
  const attachment = attachTo(call, container, result.hostPid, 'exec', stdin)
  return { ...attachment, terminal, stderr: !terminal }
}

function refusalOf({ id, state }: Container, name: string): string | null {
  if (state.status === 'paused') return `Container ${name} is paused, unpause the container before exec`
  if (state.status === 'restarting') return `Container ${id} is restarting, wait until the container is running`
  return state.status === 'running' ? null : `Container ${id} is not running`
}

/** `NAME` alone takes its value from the client's environment. */
function withValue(entry: string, environment: Readonly<Record<string, string>>): string {
  return entry.includes('=') ? entry : `${entry}=${environment[entry] ?? ''}`
}

function execFailure(call: Call, name: string, failure: Extract<ExecResult, { ok: false }>, detached: boolean): number {
  const { reason } = failure
  if (reason === 'user') return daemonError(call, failure.error)
  const detail = reason === 'directory' ? failure.error : execError(name, reason)
  const text = `OCI runtime exec failed: exec failed: unable to start container process: ${detail}: unknown`
  if (detached) return daemonError(call, text)
  print(call, `${text}\n`)
  return reason === 'not-found' ? call.transaction.state.rules.execNotFoundStatus : 126
}
