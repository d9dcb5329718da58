import { flagIsOn } from '../cli/command-line'
import { recordContainerEvent } from '../container/create'
import { attachTo, lacksTerminal } from './attachment'
import { type Call, type Ending, printError } from './call'
import { containerOf } from './containers'

/** `docker attach` */
export function attach(call: Call): Ending {
  const container = containerOf(call, call.command.args[0] ?? '', 'client')
  if (container === null) return 1
  const refusal = REFUSALS[container.state.status]
  if (refusal !== undefined) {
    printError(call, `${refusal}\n`)
    return 1
  }
  const input = container.config.OpenStdin && !flagIsOn(call.command, 'no-stdin')
  if (lacksTerminal(call, container.config.Tty, input)) return 1
  recordContainerEvent(call.transaction, container, 'attach')
  return attachTo(call, container, container.state.hostPid, 'attach', input)
}

const STOPPED = 'You cannot attach to a stopped container, start it first'

const REFUSALS: Readonly<Record<string, string>> = {
  created: STOPPED,
  exited: STOPPED,
  dead: STOPPED,
  paused: 'You cannot attach to a paused container, unpause it first',
  restarting: 'You cannot attach to a restarting container, wait until it is running',
}
