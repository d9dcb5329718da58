import type { Container } from '@/engine/container/container'
import { otherMachineName, visitMachine } from '@/engine/host/other-machine'
import { hostSpace, type Process, type Space } from '@/engine/kernel/process'
import type { System } from '@/engine/kernel/program'
import { listenerAt, networkSpaceOf } from '@/engine/network/listener'
import type { EngineState } from '@/engine/state'

/** The machine's own address on its network. */
const hostAddress = '192.168.1.20'

/** What a name or address means to a process, and whether it answers. */
export interface ResolvedHost {
  readonly address: string
  readonly container: Container | null
  readonly isSelf: boolean
  readonly reachable: boolean
  /** Whether the process knows a way there at all: without one, sending fails at once. */
  readonly routed: boolean
}

function isAddress(name: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(name)
}

/** The container whose network the process uses; null for the host's. */
function ownContainer(system: System): Container | null {
  const space = networkSpaceOf(system.state(), system.process.space)
  return system.state().containers.find((container) => container.id === space) ?? null
}

function isAlive(container: Container): boolean {
  return container.state.status === 'running' || container.state.status === 'paused'
}

/** /etc/hosts of the process' own files. */
function fromHostsFile(system: System, name: string): string | null {
  const content = system.files.read('/etc/hosts')
  if (!content.ok || content.value.kind !== 'text') return null
  for (const line of content.value.text.split('\n')) {
    const [address, ...names] = line.replace(/#.*/, '').trim().split(/\s+/)
    if (address !== undefined && names.includes(name) && isAddress(address)) return address
  }
  return null
}

/** Docker's own DNS: names, aliases and short ids of containers on the same user-defined networks; several may share an alias. */
function fromDocker(system: System, name: string): readonly string[] {
  const own = ownContainer(system)
  const { dnsOnDefaultBridge } = system.state().rules
  const addresses = new Set<string>()
  for (const endpoint of own?.endpoints ?? []) {
    if (endpoint.networkName === 'host' || endpoint.networkName === 'none') continue
    if (endpoint.networkName === 'bridge' && !dnsOnDefaultBridge) continue
    for (const container of system.state().containers) {
      const other = container.endpoints.find((each) => each.networkId === endpoint.networkId)
      if (other?.address === null || other === undefined || !isAlive(container)) continue
      if (container.name === name || container.id.slice(0, 12) === name || other.aliases?.includes(name) === true)
        addresses.add(other.address)
    }
    if (addresses.size > 0) break
  }
  return [...addresses]
}

/** Every address that the process' machine knows for a name. */
export function addressesOf(system: System, name: string): readonly string[] {
  const isLocal = isAddress(name) || name === 'localhost' || fromHostsFile(system, name) !== null
  const named = isLocal ? [] : fromDocker(system, name)
  const one = named.length > 0 ? null : resolveHost(system, name)
  return one === null ? named : [one.address]
}

/** Who has an address, as far as the process can reach it. */
function ownerOf(system: System, address: string): Container | null {
  const own = ownContainer(system)
  const isHost = own === null
  for (const container of system.state().containers) {
    if (!isAlive(container)) continue
    for (const endpoint of container.endpoints) {
      if (
        endpoint.address === address &&
        (isHost || own.endpoints.some((each) => each.networkId === endpoint.networkId))
      )
        return container
    }
  }
  return null
}

/** Whether a way leads out: not without a network, nor on internal networks alone. */
function hasWayOut(system: System): boolean {
  const own = ownContainer(system)
  if (own === null) return true
  const closed = system.state().networks.filter((network) => network.internal || network.name === 'none')
  return own.endpoints.some((endpoint) => !closed.some((network) => network.id === endpoint.networkId))
}

function isOnline(system: System): boolean {
  return system.state().host.online && hasWayOut(system)
}

/** An address for a name of the Internet: always the same one for the same name. */
function internetAddress(name: string): string | null {
  if (!/^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i.test(name)) return null
  const known: Readonly<Record<string, string>> = {
    'google.com': '142.250.179.110',
    'www.google.com': '142.250.179.100',
    'github.com': '140.82.121.4',
    'docker.com': '141.193.213.20',
  }
  let hash = 7
  for (const char of name) hash = (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0
  return known[name] ?? `93.${(hash >>> 16) & 255}.${(hash >>> 8) & 255}.${(hash & 127) + 1}`
}

/** Resolves a name or address as the process' machine does; null where nothing knows the name. */
export function resolveHost(system: System, name: string): ResolvedHost | null {
  const address = isAddress(name)
    ? name
    : (fromHostsFile(system, name) ??
      (name === 'localhost' ? '127.0.0.1' : null) ??
      fromDocker(system, name)[0] ??
      (isOnline(system) ? internetAddress(name) : null))
  if (address === null) return null
  const own = ownContainer(system)
  const isSelf =
    address.startsWith('127.') ||
    (own === null && address === hostAddress) ||
    own?.endpoints.some((endpoint) => endpoint.address === address) === true ||
    address === '0.0.0.0'
  if (isSelf) return { address, container: own, isSelf, reachable: true, routed: true }
  const container = ownerOf(system, address)
  const isPrivate = /^(?:172\.(?:1[6-9]|2\d|3[01])|10|192\.168)\./.test(address)
  const isGateway =
    own !== null
      ? own.endpoints.some((endpoint) => endpoint.address?.replace(/\d+$/, '1') === address)
      : /^172\.\d+\.0\.1$/.test(address)
  const isNeighbour =
    address === hostAddress ||
    otherMachineName(address) !== null ||
    system.state().networks.some((network) => network.gateway === address)
  const isNear = container !== null || isGateway || (isNeighbour && hasWayOut(system))
  const reachable = isNear || (!isPrivate && isOnline(system))
  return { address, container, isSelf, reachable, routed: isNear || hasWayOut(system) }
}

export type Connection =
  | { readonly kind: 'open'; readonly server: Process; readonly port: number }
  | { readonly kind: 'internet' }
  /** Somebody listens at a port of another machine. */
  | { readonly kind: 'machine'; readonly machine: string; readonly port: number }
  | { readonly kind: 'refused' }
  | { readonly kind: 'reset' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'unknown-host' }

function serverIn(state: EngineState, space: Space, port: number, isLoopback: boolean): Connection {
  const server = listenerAt(state, space, port, isLoopback)
  return server === null ? { kind: 'refused' } : { kind: 'open', server, port }
}

/** The userland proxy of a published port accepts whatever happens behind it: nobody listening there is a reset. */
function published(state: EngineState, port: number, address: string): Connection {
  for (const container of state.containers.filter(isAlive)) {
    const found = container.ports.find(
      (each) =>
        each.publicPort === port &&
        each.protocol === 'tcp' &&
        (each.address === '0.0.0.0' || each.address === '::' || each.address === address),
    )
    if (found === undefined) continue
    const connection = serverIn(state, container.id, found.privatePort, false)
    return connection.kind === 'refused' ? { kind: 'reset' } : connection
  }
  return serverIn(state, hostSpace, port, address.startsWith('127.'))
}

/** Another machine's port: ssh's own, or one that a container there publishes. Nothing listens where nobody has been. */
function onMachine(system: System, machine: string, port: number, address: string): Connection {
  const state = system.state()
  if (port === 22) return { kind: 'machine', machine, port }
  if (!Object.hasOwn(state.machines, machine)) return { kind: 'refused' }
  const there = published(visitMachine(state, machine, system.process.user, system.io), port, address)
  return there.kind === 'open' ? { kind: 'machine', machine, port } : there
}

/** What a TCP connection to `host:port` from the process meets. */
export function connectTo(system: System, host: string, port: number): Connection {
  const resolved = resolveHost(system, host)
  if (resolved === null) return { kind: 'unknown-host' }
  const own = ownContainer(system)
  const state = system.state()
  if (resolved.isSelf) {
    return own === null
      ? published(state, port, resolved.address)
      : serverIn(state, own.id, port, resolved.address.startsWith('127.'))
  }
  if (resolved.container !== null) return serverIn(state, resolved.container.id, port, false)
  if (!resolved.reachable) return { kind: 'unreachable' }
  const machine = otherMachineName(resolved.address)
  if (machine !== null) return onMachine(system, machine, port, resolved.address)
  return isHostAddress(resolved.address) ? published(state, port, resolved.address) : { kind: 'internet' }
}

function isHostAddress(address: string): boolean {
  return /^172\.\d+\.0\.1$/.test(address) || address === hostAddress
}

/** The address a server sees of the process that connects to it: its own on a shared network, the host's gateway there, or loopback. */
export function addressSeenBy(system: System, server: Process): string {
  const state = system.state()
  const network = networkSpaceOf(state, server.space)
  if (network === networkSpaceOf(state, system.process.space)) return '127.0.0.1'
  const target = state.containers.find((each) => each.id === network)
  const networks = new Set(target?.endpoints.map((each) => each.networkId) ?? [])
  const own = ownContainer(system)
  const shared = own?.endpoints.find((each) => networks.has(each.networkId))?.address
  const gateway = target?.endpoints[0]?.address?.replace(/\d+$/, '1')
  return shared ?? gateway ?? own?.endpoints[0]?.address ?? '127.0.0.1'
}
