import { flagIsGiven, flagIsOn, flagNumber, flagText, flagTexts } from '../cli/command-line'
import type { Container } from '../container/container'
import { commandText, containerSizes, listedPorts, statusFacts } from '../container/describe'
import {
  formatCommandColumn,
  formatContainerSize,
  formatImageColumn,
  formatLabels,
  formatMountsColumn,
  formatNamesColumn,
  shortId,
} from '../format/container-columns'
import { containerStateWord, formatContainerStatus } from '../format/container-status'
import { formatHumanDuration } from '../format/human-duration'
import { containerList } from '../format/list-layouts'
import { formatPorts } from '../format/port-listing'
import { formatGoTime } from '../format/timestamp'
import { findImage } from '../image/store'
import { invalidFilter } from '../refusals'
import { collectFilters, unknownFilterKey } from '../specs/filter'
import { type Call, daemonError, type Ending } from './call'
import { filterContainers } from './container-filter'
import { type Listing, printListing } from './listing'

/** `docker ps` */
export function ps(call: Call): Ending {
  const { command, transaction } = call
  const filters = collectFilters(flagTexts(command, 'filter'))
  const unknown = unknownFilterKey('ps', filters)
  if (unknown !== null) return daemonError(call, invalidFilter(call.transaction.state.rules, unknown))
  const filtered = filterContainers(transaction.state, transaction.state.containers.toReversed(), filters)
  if (!filtered.ok) return daemonError(call, filtered.error)
  const limit = limitOf(call)
  const { psListsEnded } = transaction.state.rules
  const showsAll = psListsEnded || flagIsOn(command, 'all') || limit > 0 || filters.status !== undefined
  const shown = filtered.containers.filter((one) => showsAll || isUp(one))
  return printListing(call, containerListing(call, limit > 0 ? shown.slice(0, limit) : shown))
}

/** Listed without --all: what runs, also paused or between two restarts. */
function isUp({ state }: Container): boolean {
  return state.status === 'running' || state.status === 'paused' || state.status === 'restarting'
}

function limitOf({ command }: Call): number {
  if (flagIsOn(command, 'latest')) return 1
  return flagIsGiven(command, 'last') ? (flagNumber(command, 'last') ?? -1) : -1
}

/** The rows of `docker ps` and of container prunes. */
export function containerListing(call: Call, rows: readonly Container[]): Listing<Container> {
  const { command, transaction } = call
  const { state } = transaction
  const noTrunc = flagIsOn(command, 'no-trunc')
  const withSize = flagIsOn(command, 'size')
  const asksSize = withSize || /\.Size\b|json \./.test(flagText(command, 'format') ?? '')
  return {
    layout: containerList(command.client),
    rows,
    ...(withSize ? { columns: [...containerList(command.client).columns, 'Size'] } : {}),
    triesFirst: true,
    fields: {
      Command: (one) => formatCommandColumn(commandText(one), noTrunc),
      CreatedAt: (one) => formatGoTime(one.createdAt),
      ID: (one) => (noTrunc ? one.id : shortId(one.id)),
      Image: (one) => formatImageColumn(shownImage(one), one.image.id, noTrunc, command.client),
      Label: (one) => one.config.Labels,
      Labels: (one) => formatLabels(one.config.Labels ?? {}),
      LocalVolumes: (one) => String(one.mounts.filter((mount) => mount.type === 'volume').length),
      Mounts: (one) =>
        formatMountsColumn(
          one.mounts.map((mount) => (mount.name === '' ? mount.source : mount.name)),
          noTrunc,
        ),
      ...(command.client === '20.10' ? {} : { Platform: () => null }),
      Names: (one) => formatNamesColumn([`/${one.name}`], noTrunc),
      Networks: (one) => one.endpoints.map((endpoint) => endpoint.networkName).join(','),
      Ports: (one) => formatPorts(listedPorts(one), command.client),
      RunningFor: (one) => `${formatHumanDuration(state.clock - one.createdAt)} ago`,
      Size: (one) => {
        const { writable, virtual } = containerSizes(one)
        return asksSize ? formatContainerSize(writable, virtual) : formatContainerSize(0, 0)
      },
      State: (one) => containerStateWord(statusFacts(one)),
      Status: (one) => formatContainerStatus(statusFacts(one), state.clock),
    },
  }

  /** The name as it was given, or the id once that name means another image or none. */
  function shownImage(one: Container): string {
    const found = findImage(state, one.imageName)
    return found.ok && found.image.id === one.image.id ? one.imageName : one.image.id
  }
}
