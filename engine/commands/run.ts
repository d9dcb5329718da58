import { flagIsOn } from '../cli/command-line'
import { recordContainerEvent } from '../container/create'
import { findContainer } from '../container/lookup'
import { removeContainer } from '../container/remove'
import { type StartFailure, startContainer } from '../container/start'
import { attachTo, lacksTerminal } from './attachment'
import { type Call, type Ending, isClient20, print, printError } from './call'
import { clientRequestOf, failure, type Made, makeContainer } from './create'

/** `docker run` */
export function run(call: Call): Ending {
  const { transaction, command, io } = call
  const detached = flagIsOn(command, 'detach')
  const request = clientRequestOf(call)
  if (request.kind === 'failure') return failure(call, request)
  const { config, hostConfig } = request
  if (!detached && lacksTerminal(call, config.Tty, config.OpenStdin)) return 1
  const made = restartedContainer(call, request.name) ?? makeContainer(call, request)
  if (!made.ok) return refuse(call, made.error, 'create')
  const { container } = made
  if (!detached) recordContainerEvent(transaction, container, 'attach')
  if (detached) print(call, `${container.id}\n`)
  const started = startContainer(transaction, container.id, io)
  if (!started.ok) {
    if (hostConfig.AutoRemove) removeContainer(transaction, container.id, { volumes: true })
    refuse(call, `Error response from daemon: ${started.error}`, 'start')
    return STATUS_OF_FAILURE[started.failure]
  }
  if (detached) return 0
  return attachTo(call, container, started.hostPid, 'run', config.OpenStdin)
}

/** A wrong engine's: `run` with a name that exists goes on with that container. */
function restartedContainer({ transaction }: Call, name: string): Made | null {
  if (transaction.state.rules.runWithTakenName === 'refused' || name === '') return null
  const found = findContainer(transaction.state, name)
  return found.ok ? { ok: true, container: found.container } : null
}

const STATUS_OF_FAILURE: Readonly<Record<StartFailure, number>> = {
  state: 125,
  network: 125,
  port: 125,
  user: 125,
  mount: 125,
  'not-found': 127,
  'permission-denied': 126,
}

/** What `run` prints when it gives up: 20.10 adds a dot, and the hint only where nothing was created yet. */
function refuse(call: Call, error: string, stage: 'create' | 'start'): number {
  if (!isClient20(call)) printError(call, `docker: ${error}\n\nRun 'docker run --help' for more information\n`)
  else
    printError(call, `docker: ${error.replace(/\.$/, '')}.\n${stage === 'create' ? "See 'docker run --help'.\n" : ''}`)
  return 125
}
