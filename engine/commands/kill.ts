import { flagText } from '../cli/command-line'
import { isRunning } from '../container/lookup'
import { killContainer } from '../container/stop'
import { parseSignal } from '../kernel/signal'
import { cannotKill, invalidSignal } from '../refusals'
import type { Rules } from '../rules'
import type { Call, Ending } from './call'
import { forEachContainer } from './containers'

/** A number is taken for a signal before the engine looks whether there is one (moby `daemon/kill.go`). */
function unknownSignal(rules: Rules, text: string): string {
  if (!/^0*[1-9]\d*$/.test(text)) return invalidSignal(rules, text)
  return `${rules.refusalWording === 'old' ? 'The' : 'the'} linux daemon does not support signal ${Number(text)}`
}

/** `docker kill`: KILL unless another signal is named. */
export function kill(call: Call): Ending {
  const { transaction, command, io } = call
  const text = flagText(command, 'signal') ?? ''
  const signal = parseSignal(
    text === '' || (text === 'KILL' && command.flags.signal === undefined) ? transaction.state.rules.killSignal : text,
  )
  return forEachContainer(call, 'engine', (container, name) => {
    if (signal === null) return unknownSignal(transaction.state.rules, text)
    if (!isRunning(container)) return cannotKill(transaction.state.rules, name, container.id)
    killContainer(transaction, container.id, signal, io)
    return null
  })
}
