import { flagIsOn } from '../cli/command-line'
import type { Container } from '../container/container'
import { findContainer, isRunning } from '../container/lookup'
import { removeContainer } from '../container/remove'
import { endNow } from '../container/stop'
import { cannotRemove } from '../refusals'
import { type Call, daemonError, type Ending, print } from './call'
import { containerOf, errorsLast } from './containers'

/** `docker rm` */
export function rm(call: Call): Ending {
  const { transaction, command } = call
  const force = flagIsOn(command, 'force')
  const before = call.output.length
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
  errorsLast(call, before)
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

function refusal(call: Call, container: Container, force: boolean): string | null {
  const { rules } = call.transaction.state
  if (force || (!rules.rmRefusesRunning && container.state.status === 'running')) return null
  const { status } = container.state
  const isUp = status === 'running' || status === 'paused' || status === 'restarting'
  return isUp ? cannotRemove(rules, container, status) : null
}
