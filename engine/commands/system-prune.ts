import { flagIsOn, flagTexts } from '../cli/command-line'
import { formatHumanSize } from '../format/human-size'
import { collectFilters } from '../specs/filter'
import { pruneBuildCache } from './builder-prune'
import { type Call, daemonError, type Ending, print } from './call'
import { confirmation } from './confirm'
import { pruneContainers } from './container-prune'
import { pruneImages } from './image-prune'
import { pruneNetworks } from './network-prune'
import { pruneRefusal } from './prune-filter'
import { pruneVolumes } from './volume-prune'

/** `docker system prune` */
export function systemPrune(call: Call): Ending {
  const { command, transaction } = call
  const all = flagIsOn(command, 'all')
  const withVolumes = flagIsOn(command, 'volumes')
  const question = confirmation(call, warningOf(all, withVolumes))
  if (question !== null) return question
  const filters = collectFilters(flagTexts(command, 'filter'))
  const refusal = pruneRefusal(call, 'container prune', filters)
  if (refusal !== null) return daemonError(call, refusal)
  const containers = pruneContainers(call, filters)
  section(call, 'Deleted Containers', containers.ids)
  section(call, 'Deleted Networks', pruneNetworks(call, filters.label ?? []))
  const volumes = withVolumes
    ? pruneVolumes(call, transaction.state.rules.volumePruneSparesNamed, filters)
    : { names: [], bytes: 0 }
  section(call, 'Deleted Volumes', volumes.names)
  const images = pruneImages(call, all, filters)
  section(
    call,
    'Deleted Images',
    images.lines.map((line) => line.replace(/^U/, 'u').replace(/^D/, 'd')),
  )
  const cache = pruneBuildCache(transaction, all)
  section(
    call,
    'Deleted build cache objects',
    cache.removed.map(({ id }) => id),
  )
  const bytes = containers.bytes + volumes.bytes + images.bytes + cache.bytes
  print(call, `Total reclaimed space: ${formatHumanSize(bytes, 4)}\n`)
  return 0
}

function section(call: Call, title: string, lines: readonly string[]): void {
  if (lines.length > 0) print(call, `${title}:\n${lines.map((line) => `${line}\n`).join('')}\n`)
}

function warningOf(all: boolean, volumes: boolean): string {
  const rows = [
    'all stopped containers',
    'all networks not used by at least one container',
    ...(volumes ? ['all volumes not used by at least one container'] : []),
    all ? 'all images without at least one container associated to them' : 'all dangling images',
    all ? 'all build cache' : 'all dangling build cache',
  ]
  return `This will remove:\n${rows.map((row) => `  - ${row}\n`).join('')}`
}
