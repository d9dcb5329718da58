import { flagTexts } from '../cli/command-line'
import { formatLabels } from '../format/container-columns'
import { VOLUME_LIST } from '../format/list-layouts'
import { invalidFilter } from '../refusals'
import { collectFilters, type Filters, unknownFilterKey } from '../specs/filter'
import { usersOfVolume } from '../volume/create'
import { volumePath } from '../volume/lookup'
import type { Volume } from '../volume/volume'
import { type Call, daemonError, type Ending } from './call'
import { hasLabel } from './container-filter'
import { printListing } from './listing'

/** `docker volume ls` */
export function volumeLs(call: Call): Ending {
  const { command, transaction } = call
  const filters = collectFilters(flagTexts(command, 'filter'))
  const unknown = unknownFilterKey('volume ls', filters)
  if (unknown !== null) return daemonError(call, invalidFilter(call.transaction.state.rules, unknown))
  const rows = transaction.state.volumes
    .filter((volume) => passes(call, volume, filters))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
  return printListing(call, {
    layout: VOLUME_LIST,
    rows,
    fields: {
      Driver: (volume) => volume.driver,
      Label: (volume) => volume.labels,
      Labels: (volume) => formatLabels(volume.labels ?? {}),
      Links: () => 'N/A',
      Mountpoint: (volume) => volumePath(volume.name),
      Name: (volume) => volume.name,
      Scope: () => 'local',
      Size: () => 'N/A',
    },
  })
}

function passes({ transaction }: Call, volume: Volume, { dangling, driver, label = [], name }: Filters): boolean {
  const isDangling = usersOfVolume(transaction, volume.name).length === 0
  if (dangling !== undefined && !dangling.some((value) => /^(?:1|t|true)$/i.test(value) === isDangling)) return false
  if (driver !== undefined && !driver.includes(volume.driver)) return false
  if (name !== undefined && !name.some((part) => volume.name.includes(part))) return false
  return label.every((one) => hasLabel(volume.labels ?? {}, one))
}
