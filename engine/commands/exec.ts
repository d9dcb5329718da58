import { flagIsOn, flagText, flagTexts } from '../cli/command-line'
import type { Container } from '../container/container'
import { type ExecResult, execInContainer } from '../container/exec'
import { execError } from '../container/start'
import { notRunning } from '../refusals'
import type { Rules } from '../rules'
import { parseVariableFile, resolveEnvironment } from '../specs/environment'
import { malformed, type Parsed, parsed } from '../specs/parsed'
import { attachTo, lacksTerminal } from './attachment'
import { type Call, daemonError, type Ending, print, printError } from './call'
import { containerOf } from './containers'
import { hostFiles, hostPath } from './host-files'

/** `docker exec` */
export function exec(call: Call): Ending {
  const { transaction, command, io } = call
  const [name = '', ...argv] = command.args
  const container = containerOf(call, name, 'client')
  if (container === null) return 1
  const refusal = refusalOf(transaction.state.rules, container, name)
  if (refusal !== null) return daemonError(call, refusal)
  const environment = environmentOf(call)
  if (!environment.ok) return refuseFile(call, environment.error)
  const detached = flagIsOn(command, 'detach')
  const terminal = flagIsOn(command, 'tty')
  const stdin = flagIsOn(command, 'interactive')
  if (!detached && lacksTerminal(call, terminal, stdin)) return 1
  const result = execInContainer(
    transaction,
    container,
    {
      argv,
      environment: environment.value,
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

function refusalOf(rules: Rules, { id, state }: Container, name: string): string | null {
  if (state.status === 'paused') return `Container ${name} is paused, unpause the container before exec`
  if (state.status === 'restarting') return `Container ${id} is restarting, wait until the container is running`
  return state.status === 'running' ? null : notRunning(rules, id)
}

/** Files first, then `-e`: the later one of a name wins. A bare name the client's environment has not is left out. */
function environmentOf(call: Call): Parsed<readonly string[]> {
  const { command, invocation } = call
  const lookUp = (name: string) =>
    Object.hasOwn(invocation.environment, name) ? (invocation.environment[name] ?? null) : null
  const entries: string[] = []
  for (const file of flagTexts(command, 'env-file')) {
    const content = hostFiles(call).read(hostPath(call, file))
    if (!content.ok || content.value.kind !== 'text') return malformed(`open ${file}: no such file or directory`)
    const variables = parseVariableFile(file, content.value.text, lookUp, command.client)
    if (!variables.ok) return variables
    entries.push(...variables.value)
  }
  for (const value of flagTexts(command, 'env')) entries.push(resolveEnvironment(value, lookUp))
  return parsed(entries.filter((entry) => entry.includes('=')))
}

function refuseFile(call: Call, error: string): number {
  printError(call, `${error}\n`)
  return 1
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
