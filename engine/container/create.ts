import { emptyList } from '../append-list'
import { drawId, drawInteger } from '../entropy'
import { recordEvent } from '../events/event'
import { writeUpper } from '../files/overlay'
import { type DirectoryNode, emptyDirectory, nodeAt, splitPath } from '../files/tree'
import type { Image } from '../image/image'
import { imageRoot } from '../image/root'
import { generateContainerName } from '../names/container-name'
import { addressNumber } from '../network/address'
import { networkOfMode } from '../network/lookup'
import { noCommand } from '../refusals'
import type { Rules } from '../rules'
import type { EngineState, Transaction } from '../state'
import { completeHostConfig } from './complete-host-config'
import type { ContainerConfig, HostConfig } from './config'
import type { Container, ContainerState, Endpoint } from './container'
import { findContainer, updateContainer } from './lookup'
import { mergeConfig } from './merge-config'
import { prepareMounts } from './mounts'
import { orderConfig } from './order-config'
import { ownFilesOf } from './own-files'
import { nameError, settingsError } from './validate'

/** Settings of a container's connection to one network. */
export interface EndpointRequest {
  readonly network: string
  readonly aliases?: readonly string[] | null
  readonly address?: string
  readonly links?: readonly string[] | null
}

export interface CreateRequest {
  readonly name: string | null
  readonly config: ContainerConfig
  readonly hostConfig: HostConfig
  readonly endpoints: readonly EndpointRequest[]
}

export type CreateResult =
  | { readonly ok: true; readonly container: Container }
  | { readonly ok: false; readonly error: string }

const NEW_STATE: ContainerState = {
  status: 'created',
  exitCode: 0,
  error: '',
  oomKilled: false,
  hostPid: 0,
  startedAt: null,
  finishedAt: null,
  health: null,
  restartAt: null,
}

/** Creates a container from a local image, or says why the engine refuses. Nothing runs yet. */
export function createContainer(transaction: Transaction, image: Image, request: CreateRequest): CreateResult {
  return createAsAsked(transaction, image, withPublishOrder(transaction.state.rules, request))
}

/** A wrong engine's: `-p 8080:80` opens port 80 of the host and leads to 8080. */
function withPublishOrder(rules: Rules, request: CreateRequest): CreateRequest {
  if (rules.publishOrder === 'host-first') return request
  const turned: Record<string, { HostIp: string; HostPort: string }[]> = {}
  const { PortBindings: bindings } = request.hostConfig
  for (const [key, ends] of Object.entries(bindings)) {
    const [port = '', protocol = 'tcp'] = key.split('/')
    for (const { HostIp, HostPort } of ends ?? []) {
      const inside = /^\d+$/.test(HostPort) ? HostPort : port
      const outside = inside === port ? HostPort : port
      turned[`${inside}/${protocol}`] = [...(turned[`${inside}/${protocol}`] ?? []), { HostIp, HostPort: outside }]
    }
  }
  const exposed = Object.keys(request.config.ExposedPorts ?? {}).filter((key) => !Object.hasOwn(bindings, key))
  const ExposedPorts = Object.fromEntries([...exposed, ...Object.keys(turned)].map((key) => [key, {}]))
  return {
    ...request,
    config: { ...request.config, ExposedPorts },
    hostConfig: { ...request.hostConfig, PortBindings: turned },
  }
}

function createAsAsked(transaction: Transaction, image: Image, request: CreateRequest): CreateResult {
  const invalid = settingsError(transaction.state, request.config, request.hostConfig)
  if (invalid !== null) return { ok: false, error: invalid }
  const taken = request.name === null ? null : nameError(transaction.state, request.name)
  if (taken !== null) return { ok: false, error: taken }
  const config = orderConfig(mergeConfig(request.config, image.config, transaction.state.rules))
  const [path, ...args] = [...(config.Entrypoint ?? []), ...(config.Cmd ?? [])]
  if (path === undefined) return { ok: false, error: noCommand(transaction.state.rules) }
  const before = transaction.state
  const id = drawId(transaction)
  const name = request.name ?? unusedName(transaction)
  const mounts = prepareMounts(transaction, image, config, request.hostConfig)
  if (!mounts.ok) {
    transaction.state = before
    return mounts
  }
  const endpoints = endpointsOf(transaction, request, id)
  if (typeof endpoints === 'string') {
    transaction.state = before
    return { ok: false, error: endpoints }
  }
  const { clock } = transaction.state
  const hostname =
    hostnameFor(transaction.state, request.hostConfig.NetworkMode) ?? ownHostname(transaction.state.rules, id, name)
  const named = { ...config, Hostname: config.Hostname === '' ? hostname : config.Hostname }
  const container: Container = {
    id,
    name,
    createdAt: clock,
    image,
    imageName: config.Image,
    path,
    args,
    config: named,
    hostConfig: completeHostConfig(request.hostConfig),
    state: NEW_STATE,
    restartCount: 0,
    restartStreak: 0,
    stoppedByUser: false,
    upper: firstFiles(transaction.state, image),
    tmpfs: {},
    ownFiles: {},
    mounts: mounts.mounts,
    endpoints,
    ports: [],
    execIds: [],
    sandboxId: '',
    log: emptyList(),
  }
  const ready = {
    ...container,
    upper: withWorkingDirectory(container, clock),
    ownFiles: ownFilesOf(transaction.state, container),
  }
  transaction.state = { ...transaction.state, containers: [...transaction.state.containers, ready] }
  recordContainerEvent(transaction, ready, 'create')
  return { ok: true, container: ready }
}

function ownHostname(rules: Rules, id: string, name: string): string {
  return rules.defaultHostname === 'name' ? name : id.slice(0, 12)
}

/** Nothing of its own yet; with a wrong engine, what the last container of the image wrote. */
function firstFiles(state: EngineState, image: Image): DirectoryNode {
  if (state.rules.newContainerFiles === 'image') return emptyDirectory(0)
  return state.containers.findLast((one) => one.image.id === image.id)?.upper ?? emptyDirectory(0)
}

/** The name of the machine or container whose network is shared, or null. */
function hostnameFor(state: EngineState, mode: string): string | null {
  if (mode === 'host') return state.host.hostname
  const joined = mode.startsWith('container:') ? findContainer(state, mode.slice('container:'.length)) : null
  return joined?.ok === true ? joined.container.config.Hostname : null
}

/** An event of a container with the attributes Docker gives it. */
export function recordContainerEvent(
  transaction: Transaction,
  container: Container,
  action: string,
  attributes: Readonly<Record<string, string>> = {},
): void {
  const { id, imageName, name, config } = container
  recordEvent(transaction, {
    type: 'container',
    action,
    id,
    attributes: { ...config.Labels, ...attributes, image: imageName, name },
  })
}

function unusedName(transaction: Transaction): string {
  const draw = (bound: number) => drawInteger(transaction, bound)
  for (let retry = 0; retry < 6; retry += 1) {
    const name = generateContainerName(draw, retry > 0)
    if (nameError(transaction.state, name) === null) return name
  }
  return drawId(transaction).slice(0, 12)
}

function endpointsOf(transaction: Transaction, request: CreateRequest, id: string): readonly Endpoint[] | string {
  const { NetworkMode: mode } = request.hostConfig
  if (mode.startsWith('container:')) return []
  for (const link of request.hostConfig.Links ?? []) {
    const [name = ''] = link.split(':')
    if (!findContainer(transaction.state, name).ok)
      return `could not get container for ${name}: No such container: ${name}`
  }
  const wrong = request.endpoints.find((row) => row.address !== undefined && addressNumber(row.address) === null)
  if (wrong !== undefined) return `invalid IPv4 address: ${wrong.address}`
  const rows = request.endpoints.length > 0 ? request.endpoints : [{ network: mode }]
  const endpoints: Endpoint[] = []
  for (const row of rows) {
    const found = networkOfMode(transaction.state, row.network)
    const endpoint: Endpoint = {
      networkId: found.ok ? found.network.id : '',
      networkName: found.ok ? found.network.name : row.network,
      endpointId: '',
      address: null,
      mac: null,
      aliases: aliasesOf(row, id),
      links: row.links ?? null,
      fixedAddress: row.address ?? null,
      connected: false,
    }
    endpoints.push(endpoint)
  }
  return endpoints
}

/** On networks of the user's own the short id is an alias too. */
function aliasesOf({ network, aliases }: EndpointRequest, id: string): readonly string[] | null {
  return /^(?:default|bridge|host|none)$/.test(network) ? (aliases ?? null) : [...(aliases ?? []), id.slice(0, 12)]
}

/** A missing working directory is made when the container is created. */
function withWorkingDirectory({ config, image, upper, mounts }: Container, at: number) {
  const parts = splitPath(config.WorkingDir)
  const root = imageRoot(image.layers)
  const isMounted = mounts.some((mount) => config.WorkingDir.startsWith(mount.destination))
  if (parts.length === 0 || isMounted || nodeAt(root, parts) !== null) return upper
  return parts.reduce((tree, _part, index) => {
    const path = parts.slice(0, index + 1)
    return nodeAt(root, path) === null ? writeUpper(root, tree, path, emptyDirectory(at)) : tree
  }, upper)
}

/** Changes a container's state fields. */
export function changeState(transaction: Transaction, id: string, changes: Partial<ContainerState>): void {
  updateContainer(transaction, id, (container) => ({ ...container, state: { ...container.state, ...changes } }))
}
