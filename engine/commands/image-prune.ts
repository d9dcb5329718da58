import { flagIsOn, flagTexts } from '../cli/command-line'
import { formatHumanSize } from '../format/human-size'
import type { Image } from '../image/image'
import { removeImage } from '../image/remove'
import { namesOf } from '../image/store'
import { collectFilters, type Filters } from '../specs/filter'
import { type Call, daemonError, type Ending, print } from './call'
import { confirmation } from './confirm'
import { hasLabel } from './container-filter'
import { isParent } from './image-filter'
import { readMoment } from './moment'
import { pruneRefusal } from './prune-filter'

/** `docker image prune`: dangling images, with --all every one no container uses. */
export function imagePrune(call: Call): Ending {
  const filters = collectFilters(flagTexts(call.command, 'filter'))
  const all = flagIsOn(call.command, 'all') || (filters.dangling ?? []).some((value) => /^(?:0|f|false)$/i.test(value))
  const warning = all
    ? 'This will remove all images without at least one container associated to them.'
    : 'This will remove all dangling images.'
  const question = confirmation(call, warning)
  if (question !== null) return question
  const refusal = pruneRefusal(call, 'image prune', filters)
  if (refusal !== null) return daemonError(call, refusal)
  const { lines, bytes } = pruneImages(call, all, filters)
  if (lines.length > 0) print(call, `Deleted Images:\n${lines.map((line) => `${deletedLine(line)}\n`).join('')}\n`)
  print(call, `Total reclaimed space: ${formatHumanSize(bytes, 4)}\n`)
  return 0
}

/** A prune writes small letters where `rmi` writes capitals. */
function deletedLine(line: string): string {
  return line.replace(/^Untagged/, 'untagged').replace(/^Deleted/, 'deleted')
}

/** Removes unused images; lines as of `rmi`, and the bytes of the layers that went. */
export function pruneImages({ transaction }: Call, all: boolean, filters: Filters) {
  const lines: string[] = []
  let bytes = 0
  for (const image of transaction.state.images) {
    const { state } = transaction
    const isUsed = state.containers.some((container) => container.image.id === image.id)
    const isTagged = namesOf(state, image.id).some((name) => name.tag !== null)
    if (isUsed || isParent(state, image) || (isTagged && !all) || !isChosen(image, filters, state.clock)) continue
    const removed = removeImage(transaction, image.id, { force: true, prune: true })
    if (!removed.ok) continue
    lines.push(...removed.lines)
    bytes += image.layers
      .filter((layer) => removed.lines.includes(`Deleted: ${layer.chainId}`))
      .reduce((sum, layer) => sum + layer.size, 0)
  }
  return { lines, bytes }
}

function isChosen({ config, created }: Image, filters: Filters, clock: number): boolean {
  const labels = config.Labels ?? {}
  const { label = [], until = [] } = filters
  const without = filters['label!'] ?? []
  if (!label.every((one) => hasLabel(labels, one)) || without.some((one) => hasLabel(labels, one))) return false
  return until.every((text) => Date.parse(created) < (readMoment(text, clock) ?? 0))
}
