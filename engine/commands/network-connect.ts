import { flagText, flagTexts } from '../cli/command-line'
import type { Container, Endpoint } from '../container/container'
import { connectEndpoint, recordConnection } from '../container/endpoints'
import { findContainer, isRunning, updateContainer } from '../container/lookup'
import { ownFilesOf } from '../container/own-files'
import { isBuiltin } from '../network/builtin'
import { findNetwork } from '../network/lookup'
import type { Network } from '../network/network'
import type { EngineState } from '../state'
import { type Call, daemonError, type Ending } from './call'

/** `docker network connect` */
export function networkConnect(call: Call): Ending {
  const { transaction, command } = call
  const [networkName = '', containerName = ''] = command.args
  const found = findContainer(transaction.state, containerName)
  if (!found.ok) return daemonError(call, `No such container: ${containerName}`)
  const network = findNetwork(transaction.state, networkName)
  if (!network.ok) return daemonError(call, `network ${networkName} not found`)
  const { container } = found
  if (container.endpoints.some((endpoint) => endpoint.networkId === network.network.id)) {
    return daemonError(call, `endpoint with name ${container.name} already exists in network ${networkName}`)
  }
  const refusal = sharingRefusal(transaction.state, container, network.network)
  if (refusal !== null) return daemonError(call, refusal)
  const given = flagTexts(command, 'alias')
  const endpoint: Endpoint = {
    networkId: network.network.id,
    networkName: network.network.name,
    endpointId: '',
    address: null,
    mac: null,
    aliases: isBuiltin(network.network) ? namesOrNone(given) : [...given, container.id.slice(0, 12)],
    links: null,
    fixedAddress: flagText(command, 'ip') || null,
    connected: true,
  }
  return attachEndpoint(call, container, endpoint)
}

const HOST_CONFLICT = 'container cannot be disconnected from host network or connected to host network'

/** The host's network, another container's and none at all are shared with no other (moby `runconfig`). */
function sharingRefusal(state: EngineState, { hostConfig, endpoints }: Container, to: Network): string | null {
  const { NetworkMode: mode } = hostConfig
  if (to.name === 'host' && mode !== 'host') return HOST_CONFLICT
  if (mode.startsWith('container:') || mode === 'host')
    return 'container sharing network namespace with another container or host cannot be connected to any other network'
  const names = endpoints.map(({ networkId }) => state.networks.find(({ id }) => id === networkId)?.name)
  const isPrivate = names.includes('none') || mode === 'none' || (to.name === 'none' && names.length > 0)
  return isPrivate
    ? 'container cannot be connected to multiple networks with one of the networks in private (none) mode'
    : null
}

/** Predefined networks resolve no names: the engine adds none of its own there. */
function namesOrNone(given: readonly string[]): readonly string[] | null {
  return given.length > 0 ? given : null
}

function attachEndpoint(call: Call, container: Container, endpoint: Endpoint): number {
  const { transaction } = call
  const connected = isRunning(container)
    ? connectEndpoint(transaction, endpoint)
    : { ok: true as const, value: endpoint }
  if (!connected.ok) return daemonError(call, connected.error)
  setEndpoints(call, container, [...container.endpoints, connected.value])
  if (isRunning(container)) recordConnection(transaction, container, connected.value, 'connect')
  return 0
}

function setEndpoints({ transaction }: Call, container: Container, endpoints: readonly Endpoint[]): void {
  updateContainer(transaction, container.id, (one) => ({
    ...one,
    endpoints,
    ownFiles: ownFilesOf(transaction.state, { ...one, endpoints }),
  }))
}

/** `docker network disconnect` */
export function networkDisconnect(call: Call): Ending {
  const { transaction, command } = call
  const [networkName = '', containerName = ''] = command.args
  const found = findContainer(transaction.state, containerName)
  const network = findNetwork(transaction.state, networkName)
  if (!network.ok) return daemonError(call, `network ${networkName} not found`)
  if (!found.ok) return daemonError(call, `No such container: ${containerName}`)
  const { container } = found
  if (network.network.name === 'host' && container.hostConfig.NetworkMode === 'host')
    return daemonError(call, HOST_CONFLICT)
  const endpoint = container.endpoints.find((one) => one.networkId === network.network.id)
  if (endpoint === undefined)
    return daemonError(call, `container ${container.id} is not connected to the network ${networkName}`)
  setEndpoints(
    call,
    container,
    container.endpoints.filter((one) => one !== endpoint),
  )
  recordConnection(transaction, container, endpoint, 'disconnect')
  return 0
}
