import type { Container, Endpoint, Health, Mount } from '../container/container'
import { containerSizes, statusFacts } from '../container/describe'
import { containerStateWord } from '../format/container-status'
import { formatOptionalTime, formatRfc3339Nano } from '../format/timestamp'
import type { Json } from '../json'
import { parseSubnet } from '../network/address'
import type { Network } from '../network/network'
import type { EngineState } from '../state'
import { containerGraphDriver } from './graph-driver'

/** A container as `docker inspect` shows it, in the engine's key order. `withSize` adds what it wrote and its total. */
export function containerDocument(state: EngineState, container: Container, withSize: boolean): Json {
  const { id, config, hostConfig } = container
  const folder = `/var/lib/docker/containers/${id}`
  return {
    Id: id,
    Created: formatRfc3339Nano(container.createdAt),
    Path: container.path,
    Args: container.args,
    State: stateDocument(container),
    Image: container.image.id,
    ResolvConfPath: wasStarted(container) ? `${folder}/resolv.conf` : '',
    HostnamePath: wasStarted(container) ? `${folder}/hostname` : '',
    HostsPath: wasStarted(container) ? `${folder}/hosts` : '',
    LogPath: wasStarted(container) ? `${folder}/${id}-json.log` : '',
    Name: `/${container.name}`,
    RestartCount: container.restartCount,
    Driver: 'overlay2',
    Platform: 'linux',
    MountLabel: '',
    ProcessLabel: '',
    AppArmorProfile: '',
    ExecIDs: container.execIds.length > 0 ? container.execIds : null,
    HostConfig: hostConfig,
    GraphDriver: containerGraphDriver(id, container.image.layers),
    ...(withSize ? sizeFields(container) : {}),
    Mounts: container.mounts.map(mountDocument),
    Config: config,
    NetworkSettings: networkSettings(state, container),
  }
}

function wasStarted({ state }: Container): boolean {
  return state.startedAt !== null || state.error !== ''
}

function sizeFields(container: Container) {
  const { writable, virtual } = containerSizes(container)
  return { SizeRw: writable, SizeRootFs: virtual }
}

function stateDocument(container: Container): Json {
  const { state } = container
  const facts = statusFacts(container)
  return {
    Status: containerStateWord(facts),
    Running: facts.running,
    Paused: facts.paused,
    Restarting: facts.restarting,
    OOMKilled: state.oomKilled,
    Dead: facts.dead,
    Pid: state.hostPid,
    ExitCode: state.exitCode,
    Error: state.error,
    StartedAt: formatOptionalTime(state.startedAt),
    FinishedAt: formatOptionalTime(state.finishedAt),
    ...(state.health === null ? {} : { Health: healthDocument(state.health) }),
  }
}

function healthDocument(health: Health): Json {
  return {
    Status: health.status,
    FailingStreak: health.failingStreak,
    Log: health.log.map((entry) => ({
      Start: formatRfc3339Nano(entry.startedAt),
      End: formatRfc3339Nano(entry.endedAt),
      ExitCode: entry.exitCode,
      Output: entry.output,
    })),
  }
}

function mountDocument(mount: Mount): Json {
  const { type, source, destination, mode, writable, propagation } = mount
  return {
    Type: type,
    ...(type === 'volume' ? { Name: mount.name } : {}),
    Source: source,
    Destination: destination,
    ...(type === 'volume' ? { Driver: mount.driver } : {}),
    Mode: mode,
    RW: writable,
    Propagation: propagation,
  }
}

function networkSettings(state: EngineState, container: Container): Json {
  const { sandboxId } = container
  const main = container.endpoints.find((endpoint) => endpoint.networkName === 'bridge')
  const networks = Object.fromEntries(
    container.endpoints.map((endpoint) => [endpoint.networkName, endpointDocument(state, container, endpoint)]),
  )
  const key = sandboxId === '' ? '' : `/var/run/docker/netns/${sandboxId.slice(0, 12)}`
  const fields = state.rules.inspectFields
  if (fields === '1.52')
    return { SandboxID: sandboxId, SandboxKey: key, Ports: portsDocument(container), Networks: networks }
  if (fields === '1.50')
    return {
      Bridge: '',
      SandboxID: sandboxId,
      SandboxKey: key,
      Ports: portsDocument(container),
      HairpinMode: false,
      LinkLocalIPv6Address: '',
      LinkLocalIPv6PrefixLen: 0,
      SecondaryIPAddresses: null,
      SecondaryIPv6Addresses: null,
      ...addressFields(state, main),
      Networks: networks,
    }
  return {
    Bridge: '',
    SandboxID: sandboxId,
    HairpinMode: false,
    LinkLocalIPv6Address: '',
    LinkLocalIPv6PrefixLen: 0,
    Ports: portsDocument(container),
    SandboxKey: key,
    SecondaryIPAddresses: null,
    SecondaryIPv6Addresses: null,
    ...addressFields(state, main),
    Networks: networks,
  }
}

function portsDocument(container: Container): Json {
  const isConnected = container.endpoints.some((endpoint) => endpoint.address !== null)
  if (!isConnected) return {}
  const ports: Record<string, Json> = {}
  for (const key of Object.keys({ ...container.config.ExposedPorts, ...container.hostConfig.PortBindings }))
    ports[key] = null
  for (const { privatePort, protocol, address, publicPort } of container.ports) {
    const key = `${privatePort}/${protocol}`
    const known = ports[key]
    const rows = Array.isArray(known) ? known : []
    ports[key] = [...rows, { HostIp: address, HostPort: String(publicPort) }]
  }
  return Object.fromEntries(Object.entries(ports).toSorted(([one], [other]) => (one < other ? -1 : 1)))
}

/** The fields the top level repeats of the default bridge. */
function addressFields(state: EngineState, endpoint: Endpoint | undefined) {
  const facts = factsOf(state, endpoint)
  return {
    EndpointID: endpoint?.endpointId ?? '',
    Gateway: facts.gateway,
    GlobalIPv6Address: '',
    GlobalIPv6PrefixLen: 0,
    IPAddress: endpoint?.address ?? '',
    IPPrefixLen: facts.prefix,
    IPv6Gateway: '',
    MacAddress: endpoint?.mac ?? '',
  }
}

function factsOf(state: EngineState, endpoint: Endpoint | undefined) {
  const network = state.networks.find((one) => one.id === endpoint?.networkId)
  if (endpoint === undefined || network === undefined || endpoint.address === null) return { gateway: '', prefix: 0 }
  return { gateway: network.gateway ?? '', prefix: prefixOf(network) }
}

export function prefixOf(network: Network): number {
  return network.subnet === null ? 0 : (parseSubnet(network.subnet)?.prefix ?? 0)
}

/** Names a container answers to on a user network, as the engine lists them since API 1.44. */
function dnsNames(container: Container, { networkName, aliases }: Endpoint): Json {
  if (networkName === 'bridge' || networkName === 'host' || networkName === 'none') return null
  return [...new Set([container.name, ...(aliases ?? []), container.id.slice(0, 12)])]
}

/** Since API 1.44 the short id is no alias any more. */
function givenAliases(container: Container, { aliases }: Endpoint): Json {
  const given = (aliases ?? []).filter((alias) => alias !== container.id.slice(0, 12))
  return given.length === 0 ? null : given
}

function endpointDocument(state: EngineState, container: Container, endpoint: Endpoint): Json {
  const facts = factsOf(state, endpoint)
  if (state.rules.inspectFields !== '1.41')
    return {
      IPAMConfig:
        endpoint.fixedAddress !== null ? { IPv4Address: endpoint.fixedAddress } : endpoint.connected ? {} : null,
      Links: endpoint.links,
      Aliases: givenAliases(container, endpoint),
      MacAddress: endpoint.mac ?? '',
      DriverOpts: endpoint.connected ? {} : null,
      GwPriority: 0,
      NetworkID: endpoint.networkId,
      EndpointID: endpoint.endpointId,
      Gateway: facts.gateway,
      IPAddress: endpoint.address ?? '',
      IPPrefixLen: facts.prefix,
      IPv6Gateway: '',
      GlobalIPv6Address: '',
      GlobalIPv6PrefixLen: 0,
      DNSNames: dnsNames(container, endpoint),
    }
  const isOptional = endpoint.fixedAddress !== null
  return {
    IPAMConfig: isOptional ? { IPv4Address: endpoint.fixedAddress } : endpoint.connected ? {} : null,
    Links: endpoint.links,
    Aliases: endpoint.aliases,
    NetworkID: endpoint.networkId,
    EndpointID: endpoint.endpointId,
    Gateway: facts.gateway,
    IPAddress: endpoint.address ?? '',
    IPPrefixLen: facts.prefix,
    IPv6Gateway: '',
    GlobalIPv6Address: '',
    GlobalIPv6PrefixLen: 0,
    MacAddress: endpoint.mac ?? '',
    DriverOpts: endpoint.connected ? {} : null,
  }
}
