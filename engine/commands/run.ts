import { flagIsGiven, flagIsOn } from '../cli/command-line'
import { removeContainer } from '../container/remove'
import { type StartFailure, startContainer } from '../container/start'
import { attachTo, lacksTerminal } from './attachment'
import { type Call, type Ending, isClient20, print, printError } from './call'
import { makeContainer } from './create'
import { createOptionsOf } from './create-options'

/** `docker run` */
export function run(call: Call): Ending {
  const { transaction, command, io } = call
  const detached = flagIsOn(command, 'detach')
  const options = createOptionsOf(call)
  if (!options.ok) return refuse(call, options.error, 'create')
  if (detached && flagIsGiven(command, 'attach')) return refuse(call, 'Conflicting options: -a and -d', 'client')
  const { config, hostConfig } = options.request
  if (!detached && lacksTerminal(call, config.Tty, config.OpenStdin)) return 1
  const made = makeContainer(call, options)
  if (!made.ok) return refuse(call, `Error response from daemon: ${made.error}`, 'create')
  const { container } = made
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

const STATUS_OF_FAILURE: Readonly<Record<StartFailure, number>> = {
  state: 125,
  network: 125,
  port: 125,
  user: 125,
  'not-found': 127,
  'permission-denied': 126,
}

/** What `run` prints when it gives up: 20.10 adds a dot, and the hint only where nothing was created yet. */
function refuse(call: Call, error: string, stage: 'client' | 'create' | 'start'): number {
  if (stage === 'client') printError(call, `${error}\n`)
  else if (!isClient20(call)) printError(call, `docker: ${error}\n\nRun 'docker run --help' for more information\n`)
  else printError(call, `docker: ${error}.\n${stage === 'create' ? "See 'docker run --help'.\n" : ''}`)
  return 125
}
