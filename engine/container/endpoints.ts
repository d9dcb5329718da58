import { drawId } from '../entropy'
import { recordEvent } from '../events/event'
import { addressNumber, freeAddress, macOf, parseSubnet, usedAddresses } from '../network/address'
import { isBuiltin } from '../network/builtin'
import { findNetwork, networkOfMode } from '../network/lookup'
import type { Network } from '../network/network'
import type { EngineState, Transaction } from '../state'
import type { Container, Endpoint } from './container'

type Connected<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: string; readonly failure: 'network' }

/** Addresses for a container that starts: the fixed ones it asked for, else the next free of each network. */
export function connectEndpoints(transaction: Transaction, container: Container): Connected<readonly Endpoint[]> {
  const endpoints: Endpoint[] = []
  for (const endpoint of container.endpoints) {
    const connected = connectEndpoint(transaction, endpoint, container.state.startedAt !== null)
    if (!connected.ok) return connected
    endpoints.push(connected.value)
  }
  return { ok: true, value: endpoints }
}

/** One connection with its address, or the engine's refusal: a network it had before is known by its id. */
export function connectEndpoint(transaction: Transaction, endpoint: Endpoint, hadIt = false): Connected<Endpoint> {
  const { state } = transaction
  const found =
    endpoint.networkId === '' ? networkOfMode(state, endpoint.networkName) : findNetwork(state, endpoint.networkId)
  if (!found.ok)
    return {
      ok: false,
      error: `network ${hadIt ? endpoint.networkId : endpoint.networkName} not found`,
      failure: 'network',
    }
  const { network } = found
  const refusal = settingsRefusal(state, network, endpoint)
  if (refusal !== null) return { ok: false, error: refusal, failure: 'network' }
  const address = endpoint.fixedAddress ?? freeAddress(state, network)
  const mac = address === null ? null : macOf(address)
  return {
    ok: true,
    value: {
      ...endpoint,
      networkId: network.id,
      networkName: network.name,
      endpointId: drawId(transaction),
      address,
      mac,
    },
  }
}

/** What the engine refuses about an endpoint's own address and names (moby `validateNetworkingConfig`), or null. */
function settingsRefusal(state: EngineState, network: Network, endpoint: Endpoint): string | null {
  const { fixedAddress, aliases } = endpoint
  if (isBuiltin(network)) {
    if (fixedAddress !== null) return 'user specified IP address is supported on user defined networks only'
    return aliases === null || aliases.length === 0
      ? null
      : 'network-scoped alias is supported only for containers in user defined networks'
  }
  if (fixedAddress === null) return null
  if (!network.subnetGiven)
    return 'user specified IP address is supported only when connecting to networks with user configured subnets'
  const outside = checkFixed(fixedAddress, network.subnet)
  if (outside !== null) return outside
  return usedAddresses(state, network.id).has(fixedAddress) ? 'Address already in use' : null
}

function checkFixed(address: string, subnet: string | null): string | null {
  const number = addressNumber(address)
  const range = subnet === null ? null : parseSubnet(subnet)
  if (number === null) return `invalid IPv4 address: ${address}`
  if (range === null || number < range.first || number >= range.first + range.size) {
    return `Invalid address ${address}: It does not belong to any of this network's subnets`
  }
  return null
}

export function recordConnection(
  transaction: Transaction,
  container: Container,
  endpoint: Endpoint,
  action: 'connect' | 'disconnect',
): void {
  const { networkId, networkName } = endpoint
  recordEvent(transaction, {
    type: 'network',
    action,
    id: networkId,
    attributes: { container: container.id, name: networkName, type: networkName === 'host' ? 'host' : 'bridge' },
  })
}
