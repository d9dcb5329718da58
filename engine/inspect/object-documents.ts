import { formatRfc3339, formatRfc3339Nano } from '../format/timestamp'
import type { Json } from '../json'
import type { Network } from '../network/network'
import type { EngineState } from '../state'
import { volumePath } from '../volume/lookup'
import type { Volume } from '../volume/volume'
import { prefixOf } from './container-document'

/** A volume as `docker inspect` shows it. */
export function volumeDocument(volume: Volume): Json {
  return {
    CreatedAt: formatRfc3339(volume.createdAt),
    Driver: volume.driver,
    Labels: volume.labels,
    Mountpoint: volumePath(volume.name),
    Name: volume.name,
    Options: volume.options,
    Scope: 'local',
  }
}

/** A network as `docker inspect` shows it, with the running containers connected to it. */
export function networkDocument(state: EngineState, network: Network): Json {
  return {
    Name: network.name,
    Id: network.id,
    Created: formatRfc3339Nano(network.createdAt),
    Scope: network.scope,
    Driver: network.driver,
    ...(state.rules.inspectFields === '1.41' ? {} : { EnableIPv4: true }),
    EnableIPv6: network.ipv6,
    IPAM: { Driver: 'default', Options: network.ipamOptions, Config: ipamConfig(network) },
    Internal: network.internal,
    Attachable: network.attachable,
    Ingress: false,
    ConfigFrom: { Network: '' },
    ConfigOnly: false,
    Containers: connectedContainers(state, network),
    Options: network.options,
    Labels: network.labels,
  }
}

function ipamConfig(network: Network): Json {
  if (network.subnet === null) return []
  const isDefault = network.name === 'bridge'
  return [
    {
      Subnet: network.subnet,
      ...(network.ipRange === null ? {} : { IPRange: network.ipRange }),
      ...(isDefault || network.gateway === null ? {} : { Gateway: network.gateway }),
    },
  ]
}

function connectedContainers(state: EngineState, network: Network): Json {
  const rows = state.containers.flatMap((container) =>
    container.endpoints
      .filter((endpoint) => endpoint.networkId === network.id && endpoint.endpointId !== '')
      .map(({ endpointId, mac, address }): [string, Json] => [
        container.id,
        {
          Name: container.name,
          EndpointID: endpointId,
          MacAddress: mac ?? '',
          IPv4Address: address === null ? '' : `${address}/${prefixOf(network)}`,
          IPv6Address: '',
        },
      ]),
  )
  return Object.fromEntries(rows.toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
