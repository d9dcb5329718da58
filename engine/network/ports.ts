import type { ContainerConfig, HostConfig } from '../container/config'
import type { PublishedPort } from '../container/container'
import type { EngineState, Transaction } from '../state'

const FIRST_DYNAMIC = 32768
const LAST_DYNAMIC = 60999

export type PortsResult =
  | { readonly ok: true; readonly ports: readonly PublishedPort[] }
  | { readonly ok: false; readonly error: string }

interface Wanted {
  readonly privatePort: number
  readonly protocol: string
  readonly address: string
  /** First and last host port; null for a dynamic one. */
  readonly range: readonly [number, number] | null
}

/**
 * Takes the host ports a container asks for at its start. A dynamic port is the next one above all given before, so
 * it differs at each start. Fails with the engine's words when one is taken.
 */
export function allocatePorts(transaction: Transaction, config: ContainerConfig, hostConfig: HostConfig): PortsResult {
  const ports: PublishedPort[] = []
  for (const wanted of wantedPorts(config, hostConfig, transaction.state.rules.exposePublishes)) {
    const taken = allocateOne(transaction, wanted, ports)
    if (!taken.ok) return taken
    ports.push(...taken.ports)
  }
  return { ok: true, ports }
}

/** A wrong engine's: the host ports a container got are asked for again at its next start. */
export function withFixedPorts(hostConfig: HostConfig, ports: readonly PublishedPort[]): HostConfig {
  const bindings = { ...hostConfig.PortBindings }
  for (const { privatePort, protocol, publicPort } of ports)
    bindings[`${privatePort}/${protocol}`] = [{ HostIp: '', HostPort: String(publicPort) }]
  return { ...hostConfig, PortBindings: bindings }
}

function wantedPorts(config: ContainerConfig, hostConfig: HostConfig, exposePublishes: boolean): readonly Wanted[] {
  const bound = Object.entries(hostConfig.PortBindings).flatMap(([key, bindings]) =>
    (bindings ?? []).map(({ HostIp, HostPort }) => wantedOf(key, HostIp, HostPort)),
  )
  if (!hostConfig.PublishAllPorts && !exposePublishes) return sortWanted(bound)
  const exposed = Object.keys(config.ExposedPorts ?? {}).filter(
    (key) => (hostConfig.PortBindings[key] ?? []).length === 0,
  )
  return sortWanted([
    ...bound,
    ...exposed.map((key) => wantedOf(key, '', hostConfig.PublishAllPorts ? '' : (key.split('/')[0] ?? ''))),
  ])
}

function sortWanted(wanted: readonly Wanted[]): readonly Wanted[] {
  return wanted.toSorted(
    (one, other) => one.privatePort - other.privatePort || one.protocol.localeCompare(other.protocol),
  )
}

function wantedOf(key: string, hostIp: string, hostPort: string): Wanted {
  const [port = '0', protocol = 'tcp'] = key.split('/')
  const [first, last] = hostPort.split('-').map(Number)
  const range: Wanted['range'] =
    hostPort === '' || hostPort === '0' || first === undefined ? null : [first, last ?? first]
  return { privatePort: Number(port), protocol, address: hostIp, range }
}

function allocateOne(transaction: Transaction, wanted: Wanted, own: readonly PublishedPort[]): PortsResult {
  const publicPort =
    wanted.range === null
      ? nextDynamic(transaction, wanted, own)
      : firstFree(transaction.state, wanted, wanted.range, own)
  if (typeof publicPort === 'string') return { ok: false, error: publicPort }
  const { privatePort, protocol } = wanted
  const addresses = wanted.address === '' ? ['0.0.0.0', '::'] : [wanted.address]
  return { ok: true, ports: addresses.map((address) => ({ privatePort, protocol, address, publicPort })) }
}

function firstFree(
  state: EngineState,
  wanted: Wanted,
  [first, last]: readonly [number, number],
  own: readonly PublishedPort[],
): number | string {
  for (let port = first; port <= last; port += 1) if (!isTaken(state, wanted, port, own)) return port
  const address = wanted.address === '' ? '0.0.0.0' : wanted.address
  if (isBusyOutside(state, wanted.address, first)) {
    return `Error starting userland proxy: listen ${wanted.protocol}4 ${address}:${first}: bind: address already in use`
  }
  if (first !== last) return 'all ports are allocated'
  return `Bind for ${address}:${first} failed: port is already allocated`
}

function nextDynamic(transaction: Transaction, wanted: Wanted, own: readonly PublishedPort[]): number | string {
  for (let tries = FIRST_DYNAMIC; tries <= LAST_DYNAMIC; tries += 1) {
    const port = transaction.state.nextDynamicPort
    const next = port >= LAST_DYNAMIC ? FIRST_DYNAMIC : port + 1
    transaction.state = { ...transaction.state, nextDynamicPort: next }
    if (!isTaken(transaction.state, wanted, port, own) && !isBusyOutside(transaction.state, wanted.address, port))
      return port
  }
  return 'all ports are allocated'
}

function isTaken(state: EngineState, wanted: Wanted, port: number, own: readonly PublishedPort[]): boolean {
  if (wanted.protocol === 'tcp' && isBusyOutside(state, wanted.address, port)) return true
  const clashes = (one: PublishedPort) =>
    one.publicPort === port && one.protocol === wanted.protocol && sharesAddress(one.address, wanted.address)
  return own.some(clashes) || state.containers.some((container) => container.ports.some(clashes))
}

function isBusyOutside(state: EngineState, address: string, port: number): boolean {
  return state.host.busyPorts.some((busy) => busy.port === port && sharesAddress(busy.address, address))
}

/** A wildcard clashes with every address of its family. */
function sharesAddress(one: string, other: string): boolean {
  const wild = (text: string) => text === '' || text === '0.0.0.0' || text === '::'
  return wild(one) || wild(other) || one === other
}
