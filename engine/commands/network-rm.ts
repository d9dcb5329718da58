import { flagIsOn } from '../cli/command-line'
import type { Container } from '../container/container'
import { recordEvent } from '../events/event'
import { isBuiltin } from '../network/builtin'
import { findNetwork } from '../network/lookup'
import type { Network } from '../network/network'
import { activeEndpoints } from '../refusals'
import type { Transaction } from '../state'
import { type Call, type Ending, isClient20, print, printError } from './call'

/** `docker network rm`: each name has its turn; since 23 the client ends with its own status. */
export function networkRm(call: Call): Ending {
  const { transaction, command } = call
  let exitCode = 0
  for (const name of command.args) {
    const found = findNetwork(transaction.state, name)
    const error = found.ok ? removalError(transaction, found.network) : absent(call, name)
    if (error !== null) {
      printError(call, `${error}\n`)
      if (found.ok || !flagIsOn(command, 'force')) exitCode = 1
      continue
    }
    if (found.ok) removeNetwork(transaction, found.network)
    print(call, `${name}\n`)
  }
  if (exitCode !== 0 && !isClient20(call)) printError(call, `exit status ${exitCode}\n`)
  return exitCode
}

function absent(call: Call, name: string): string {
  return isClient20(call) ? `Error: No such network: ${name}` : `Error response from daemon: network ${name} not found`
}

function removalError(transaction: Transaction, network: Network): string | null {
  if (isBuiltin(network))
    return `Error response from daemon: ${network.name} is a pre-defined network and cannot be removed`
  const connected = connectedTo(transaction, network)
  if (connected.length === 0) return null
  return `Error response from daemon: ${activeEndpoints(transaction.state.rules, network, connected)}`
}

/** The running containers of a network. */
function connectedTo({ state }: Transaction, network: Network): readonly Container[] {
  return state.containers.filter((container) =>
    container.endpoints.some((endpoint) => endpoint.networkId === network.id && endpoint.endpointId !== ''),
  )
}

export function removeNetwork(transaction: Transaction, network: Network): void {
  const { state } = transaction
  transaction.state = { ...state, networks: state.networks.filter((one) => one.id !== network.id) }
  recordEvent(transaction, {
    type: 'network',
    action: 'destroy',
    id: network.id,
    attributes: { name: network.name, type: network.driver },
  })
}
