import { flagText } from '../cli/command-line'
import { isRunning } from '../container/lookup'
import { killContainer } from '../container/stop'
import { parseSignal } from '../kernel/signal'
import { cannotKill, invalidSignal } from '../refusals'
import type { Call, Ending } from './call'
import { forEachContainer } from './containers'

/** `docker kill`: KILL unless another signal is named. */
export function kill(call: Call): Ending {
  const { transaction, command, io } = call
  const text = flagText(command, 'signal') ?? ''
  const signal = parseSignal(
    text === '' || (text === 'KILL' && command.flags.signal === undefined) ? transaction.state.rules.killSignal : text,
  )
  return forEachContainer(call, 'engine', (container, name) => {
    if (signal === null) return invalidSignal(transaction.state.rules, text)
    if (!isRunning(container)) return cannotKill(transaction.state.rules, name, container.id)
    killContainer(transaction, container.id, signal, io)
    return null
  })
}
