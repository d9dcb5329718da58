import { flagIsOn } from '../cli/command-line'
import type { Container } from '../container/container'
import { recordContainerEvent } from '../container/create'
import { isRunning } from '../container/lookup'
import { resumedContainer } from '../container/renew'
import { startContainer } from '../container/start'
import { attachTo, lacksTerminal } from './attachment'
import { type Call, daemonError, type Ending, print, printError } from './call'
import { containerOf } from './containers'

/** `docker start` */
export function start(call: Call): Ending {
  const { command } = call
  const attached = flagIsOn(command, 'attach')
  const interactive = flagIsOn(command, 'interactive')
  if (!attached && !interactive) return startAll(call)
  if (command.args.length > 1) {
    printError(call, 'you cannot start and attach multiple containers at once\n')
    return 1
  }
  const named = containerOf(call, command.args[0] ?? '', 'engine')
  if (named === null) return 1
  const container = resumedContainer(call.transaction, named)
  if (lacksTerminal(call, container.config.Tty, interactive && container.config.OpenStdin)) return 1
  return startAttached(call, container, interactive)
}

function startAttached(call: Call, container: Container, interactive: boolean): Ending {
  recordContainerEvent(call.transaction, container, 'attach')
  const result = startContainer(call.transaction, container.id, call.io)
  if (!result.ok) return daemonError(call, result.error)
  return attachTo(call, container, result.hostPid, 'start', interactive && container.config.OpenStdin)
}

function startAll(call: Call): number {
  const failed: string[] = []
  for (const name of call.command.args) {
    const container = containerOf(call, name, 'engine')
    const error = container === null ? '' : startError(call, resumedContainer(call.transaction, container))
    if (error === null) {
      print(call, `${name}\n`)
      continue
    }
    failed.push(name)
    if (error !== '') daemonError(call, error)
  }
  if (failed.length === 0) return 0
  printError(call, `Error: failed to start containers: ${failed.join(', ')}\n`)
  return 1
}

function startError(call: Call, container: Container): string | null {
  if (isRunning(container) && container.state.status !== 'paused') return null
  const result = startContainer(call.transaction, container.id, call.io)
  return result.ok ? null : result.error
}
