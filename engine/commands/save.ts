import { type SavedImage, storeArchive } from '../archive/archive'
import { flagText } from '../cli/command-line'
import { recordEvent } from '../events/event'
import { findImage, namesOf } from '../image/store'
import { type Call, daemonError, type Ending } from './call'
import { refuseTerminal, writeArchive } from './export'

/** `docker save` */
export function save(call: Call): Ending {
  const { transaction, command } = call
  const output = flagText(command, 'output') ?? ''
  if (output === '' && call.invocation.terminal.stdout) return refuseTerminal(call)
  const images: SavedImage[] = []
  for (const name of command.args) {
    const found = findImage(transaction.state, name)
    if (!found.ok) return daemonError(call, found.reason === 'absent' ? `No such image: ${name}` : found.message)
    const named = found.named ?? null
    const isBareName = !name.includes(':') && named !== null
    const chosen =
      named === null
        ? []
        : isBareName
          ? namesOf(transaction.state, found.image.id).filter((one) => one.repository === named.repository)
          : [named]
    images.push({
      image: found.image,
      names: chosen.flatMap(({ repository, tag }) => (tag === null ? [] : { repository, tag })),
    })
  }
  const bytes = images.reduce(
    (sum, { image }) => sum + image.layers.reduce((total, layer) => total + layer.tarSize, 0) + 10_240,
    0,
  )
  for (const { image } of images)
    recordEvent(transaction, { type: 'image', action: 'save', id: image.id, attributes: { name: image.id } })
  return writeArchive(call, output, storeArchive(transaction, { kind: 'images', images }, bytes))
}
