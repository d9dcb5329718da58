import { flagIsOn } from '../cli/command-line'
import type { Container } from '../container/container'
import { findContainer, isRunning } from '../container/lookup'
import { removeContainer } from '../container/remove'
import { endNow } from '../container/stop'
import { type Call, daemonError, type Ending, print } from './call'
import { containerOf } from './containers'

/** `docker rm` */
export function rm(call: Call): Ending {
  const { transaction, command } = call
  const force = flagIsOn(command, 'force')
  let exitCode = 0
  for (const name of command.args) {
    const container = containerOf(call, name, 'client')
    if (container === null) {
      const isAbsent = !force || !isMissing(call, name)
      if (isAbsent) exitCode = 1
      continue
    }
    const error = refusal(call, container, force)
    if (error === null) {
      remove(call, container)
      print(call, `${name}\n`)
    } else exitCode = daemonError(call, error)
  }
  return exitCode

  function remove({ io }: Call, container: Container): void {
    if (isRunning(container)) endNow(transaction, container, io)
    removeContainer(transaction, container.id, { volumes: flagIsOn(command, 'volumes') })
  }
}

/** With --force an absent container is reported but no failure. */
function isMissing(call: Call, name: string): boolean {
  const found = findContainer(call.transaction.state, name)
  return !found.ok && found.reason === 'absent'
}

function refusal(call: Call, { id, state }: Container, force: boolean): string | null {
  if (force || (!call.transaction.state.rules.rmRefusesRunning && state.status === 'running')) return null
  switch (state.status) {
    case 'running':
      return `You cannot remove a running container ${id}. Stop the container before attempting removal or force remove`
    case 'paused':
      return `You cannot remove a paused container ${id}. Unpause and then stop the container before attempting removal or force remove`
    case 'restarting':
      return `You cannot remove a restarting container ${id}. Stop the container before attempting removal or force remove`
    default:
      return null
  }
}
