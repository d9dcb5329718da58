import { flagIsOn, flagTexts } from '../cli/command-line'
import { formatLabels, shortId } from '../format/container-columns'
import { NETWORK_LIST } from '../format/list-layouts'
import { formatGoTime } from '../format/timestamp'
import { isBuiltin } from '../network/builtin'
import type { Network } from '../network/network'
import { invalidFilter } from '../refusals'
import { collectFilters, type Filters, unknownFilterKey } from '../specs/filter'
import { type Call, daemonError, type Ending } from './call'
import { hasLabel } from './container-filter'
import { printListing } from './listing'
import { matchesName } from './name-pattern'

/** `docker network ls` */
export function networkLs(call: Call): Ending {
  const { command, transaction } = call
  const filters = collectFilters(flagTexts(command, 'filter'))
  const unknown = unknownFilterKey('network ls', filters)
  if (unknown !== null) return daemonError(call, invalidFilter(call.transaction.state.rules, unknown))
  const type = filters.type?.find((value) => value !== 'builtin' && value !== 'custom')
  if (type !== undefined) return daemonError(call, `invalid filter: 'type'='${type}'`)
  const noTrunc = flagIsOn(command, 'no-trunc')
  const rows = transaction.state.networks
    .filter((network) => passes(call, network, filters))
    .toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
  return printListing(call, {
    layout: NETWORK_LIST,
    rows,
    fields: {
      CreatedAt: (network) => formatGoTime(network.createdAt),
      Driver: (network) => network.driver,
      ID: (network) => (noTrunc ? network.id : shortId(network.id)),
      IPv6: (network) => String(network.ipv6),
      Internal: (network) => String(network.internal),
      Label: (network) => network.labels,
      Labels: (network) => formatLabels(network.labels),
      Name: (network) => network.name,
      Scope: (network) => network.scope,
    },
  })
}

function passes(
  call: Call,
  network: Network,
  { dangling, driver, id, label = [], name, scope, type }: Filters,
): boolean {
  if (driver !== undefined && !driver.includes(network.driver)) return false
  if (id !== undefined && !id.some((one) => matchesName(one, network.id))) return false
  if (name !== undefined && !name.some((one) => matchesName(one, network.name))) return false
  if (scope !== undefined && !scope.includes(network.scope)) return false
  if (type !== undefined && !type.includes(isBuiltin(network) ? 'builtin' : 'custom')) return false
  if (dangling !== undefined && !dangling.some((value) => /^(?:1|t|true)$/i.test(value) === isDangling(call, network)))
    return false
  return label.every((one) => hasLabel(network.labels, one))
}

function isDangling({ transaction }: Call, network: Network): boolean {
  if (isBuiltin(network)) return false
  return !transaction.state.containers.some((container) =>
    container.endpoints.some((endpoint) => endpoint.networkId === network.id),
  )
}
