import { flagIsOn, flagTexts } from '../cli/command-line'
import { treeSize } from '../files/tree'
import { formatHumanSize } from '../format/human-size'
import { collectFilters, type Filters } from '../specs/filter'
import { removeVolume, usersOfVolume } from '../volume/create'
import type { Volume } from '../volume/volume'
import { type Call, daemonError, type Ending, print } from './call'
import { confirmation } from './confirm'
import { hasLabel } from './container-filter'
import { pruneRefusal } from './prune-filter'

/** `docker volume prune`: what no container uses; since 23 anonymous ones only, unless --all. */
export function volumePrune(call: Call): Ending {
  const { transaction, command } = call
  const filters = collectFilters(flagTexts(command, 'filter'))
  const spares =
    transaction.state.rules.volumePruneSparesNamed && !flagIsOn(command, 'all') && filters.all === undefined
  const kind = spares ? 'anonymous local volumes' : 'all local volumes'
  const question = confirmation(call, `This will remove ${kind} not used by at least one container.`)
  if (question !== null) return question
  const refusal = pruneRefusal(call, 'volume prune', filters)
  if (refusal !== null) return daemonError(call, refusal)
  const { names, bytes } = pruneVolumes(call, spares, filters)
  if (names.length > 0) print(call, `Deleted Volumes:\n${names.map((name) => `${name}\n`).join('')}\n`)
  print(call, `Total reclaimed space: ${formatHumanSize(bytes, 4)}\n`)
  return 0
}

/** Removes the volumes nothing uses and returns what went. */
export function pruneVolumes(call: Call, spares: boolean, filters: Filters) {
  const { transaction } = call
  const gone = transaction.state.volumes.filter(
    (volume) =>
      usersOfVolume(transaction, volume.name).length === 0 &&
      (!spares || volume.anonymous) &&
      isChosen(volume, filters),
  )
  for (const volume of gone) removeVolume(transaction, volume.name)
  return {
    names: gone.map((volume) => volume.name),
    bytes: gone.reduce((sum, volume) => sum + treeSize(volume.root), 0),
  }
}

function isChosen({ labels }: Volume, filters: Filters): boolean {
  const without = filters['label!'] ?? []
  return (
    (filters.label ?? []).every((one) => hasLabel(labels ?? {}, one)) &&
    !without.some((one) => hasLabel(labels ?? {}, one))
  )
}
