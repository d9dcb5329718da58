import type { Container, Endpoint } from '../container/container'
import { containerWithId, isRunning } from '../container/lookup'
import type { EngineState } from '../state'
import { addressNumber } from './address'
import { listenerAt } from './listener'

/** Where a connection ends: the server's process in its space, and the address it was reached by. */
export interface Peer {
  readonly space: string
  readonly hostPid: number
  readonly program: string
  readonly port: number
  /** Address of the one who connects, as the server logs it. */
  readonly from: string
}

export type ReachError = 'unknown-host' | 'refused' | 'unreachable' | 'outside'

export type Reached = { readonly ok: true; readonly peer: Peer } | { readonly ok: false; readonly error: ReachError }

/**
 * Connects from a space to a TCP port of a host given by name or address. `outside`: a host of the internet, which is
 * not simulated. `unreachable`: nothing has that address.
 */
export function connectTo(state: EngineState, from: string, host: string, port: number): Reached {
  const address = resolveHost(state, from, host)
  if (address === null) return { ok: false, error: 'unknown-host' }
  if (address.startsWith('127.')) return reachLocal(state, from, port)
  const target = ownerOf(state, from, address)
  if (target !== null) return reachContainer(state, target, port, addressFrom(state, from, target))
  if (isHostAddress(state, address)) return reachPublished(state, port, address)
  return { ok: false, error: isPrivate(address) ? 'unreachable' : 'outside' }
}

/** The address a name means to the processes of a space, or null. Names of the internet give a fixed address while online. */
export function resolveHost(state: EngineState, from: string, host: string): string | null {
  if (addressNumber(host) !== null) return host
  if (host === 'localhost') return '127.0.0.1'
  const container = from === 'host' ? null : containerWithId(state, from)
  if (container === null) return host === state.host.hostname ? '127.0.1.1' : internetAddress(state, host)
  return ownEntry(container, host) ?? neighbourAddress(state, container, host) ?? internetAddress(state, host)
}

/** An entry of the container's /etc/hosts: links, --add-host, itself. */
function ownEntry(container: Container, host: string): string | null {
  const file = container.ownFiles['/etc/hosts']
  if (file?.content.kind !== 'text') return null
  for (const line of file.content.text.split('\n')) {
    const [address = '', ...names] = line.split('#')[0]?.trim().split(/\s+/) ?? []
    if (names.includes(host) && addressNumber(address) !== null) return address
  }
  return null
}

/** Docker's own name server: containers of the same user network by name, alias or short id. */
function neighbourAddress(state: EngineState, container: Container, host: string): string | null {
  for (const mine of container.endpoints) {
    if (mine.address === null || (mine.networkName === 'bridge' && !state.rules.dnsOnDefaultBridge)) continue
    for (const other of state.containers) {
      const endpoint = other.endpoints.find((one) => one.networkId === mine.networkId && one.address !== null)
      if (endpoint !== undefined && isNamed(other, endpoint, host)) return endpoint.address
    }
  }
  return null
}

function isNamed(container: Container, { aliases }: Endpoint, host: string): boolean {
  return container.name === host || container.id.slice(0, 12) === host || (aliases ?? []).includes(host)
}

function internetAddress(state: EngineState, host: string): string | null {
  return state.host.online && /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(host) ? '203.0.113.10' : null
}

/** The running container that has an address, if the space can send packets to it. */
function ownerOf(state: EngineState, from: string, address: string): Container | null {
  const networks = from === 'host' ? null : (containerWithId(state, from)?.endpoints.map((one) => one.networkId) ?? [])
  for (const container of state.containers) {
    const endpoint = container.endpoints.find((one) => one.address === address)
    if (endpoint !== undefined && (networks === null || networks.includes(endpoint.networkId))) return container
  }
  return null
}

function reachLocal(state: EngineState, from: string, port: number): Reached {
  const container = from === 'host' ? null : containerWithId(state, from)
  const isOnHost = container === null || container.hostConfig.NetworkMode === 'host'
  return isOnHost ? reachPublished(state, port, '127.0.0.1') : reachContainer(state, container, port, '127.0.0.1')
}

/** A port of the host: one that a container publishes, or a server in the host's own network. */
function reachPublished(state: EngineState, port: number, address: string): Reached {
  for (const container of state.containers) {
    const open = container.ports.find(
      (one) => one.publicPort === port && one.protocol === 'tcp' && listensAt(one.address, address),
    )
    if (open !== undefined) return reachContainer(state, container, open.privatePort, gatewayOf(state, container))
    if (container.hostConfig.NetworkMode === 'host' && isRunning(container)) {
      const reached = reachContainer(state, container, port, '127.0.0.1')
      if (reached.ok) return reached
    }
  }
  return { ok: false, error: 'refused' }
}

function listensAt(bound: string, address: string): boolean {
  return bound === '0.0.0.0' || bound === '::' || bound === address
}

function reachContainer(state: EngineState, container: Container, port: number, from: string): Reached {
  const server = listenerAt(state, container.id, port, from === '127.0.0.1')
  if (server === null || container.state.status !== 'running') return { ok: false, error: 'refused' }
  return { ok: true, peer: { space: container.id, hostPid: server.hostPid, program: server.program, port, from } }
}

function gatewayOf(state: EngineState, container: Container): string {
  const [endpoint] = container.endpoints
  return state.networks.find((network) => network.id === endpoint?.networkId)?.gateway ?? '127.0.0.1'
}

function addressFrom(state: EngineState, from: string, target: Container): string {
  const sender = from === 'host' ? null : containerWithId(state, from)
  if (sender === null) return gatewayOf(state, target)
  const shared = sender.endpoints.find((one) => target.endpoints.some((other) => other.networkId === one.networkId))
  return shared?.address ?? '127.0.0.1'
}

function isHostAddress(state: EngineState, address: string): boolean {
  return (
    address === '127.0.1.1' || address === HOST_ADDRESS || state.networks.some((network) => network.gateway === address)
  )
}

const HOST_ADDRESS = '192.168.1.20'

function isPrivate(address: string): boolean {
  return /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(address)
}
