import { brokenArchive, readArchive } from '../archive/archive'
import { flagIsOn, flagText } from '../cli/command-line'
import { recordEvent } from '../events/event'
import { formatHumanSize } from '../format/human-size'
import { familiarNamed, hasLayer, nameImage, storeImage } from '../image/store'
import { type Call, daemonError, type Ending, print, printError } from './call'
import { temporaryNumber } from './export'
import { hostFiles, hostPath } from './host-files'

const FULL_BAR = '[==================================================>]'

/** `docker load` */
export function load(call: Call): Ending {
  const { transaction, command, invocation } = call
  const input = flagText(command, 'input') ?? ''
  const read = input === '' ? null : hostFiles(call).read(hostPath(call, input))
  if (read !== null && !read.ok) {
    printError(call, `open ${input}: ${read.error === 'EACCES' ? 'permission denied' : 'no such file or directory'}\n`)
    return 1
  }
  const content = read === null ? invocation.stdin : read.value
  if (content === null) {
    printError(call, 'requested load from stdin, but stdin is empty\n')
    return 1
  }
  const archive = readArchive(transaction.state, content)
  if (archive === null) return daemonError(call, brokenArchive(call.transaction.state))
  if (archive.kind !== 'images') {
    printError(
      call,
      `open /var/lib/docker/tmp/docker-import-${temporaryNumber(call)}/bin/json: no such file or directory\n`,
    )
    return 1
  }
  for (const { image, names } of archive.images) {
    for (const layer of image.layers) {
      if (hasLayer(transaction.state, layer.chainId)) continue
      const size = formatHumanSize(layer.tarSize, 4)
      const id = layer.diffId.slice('sha256:'.length, 'sha256:'.length + 12)
      if (!flagIsOn(command, 'quiet')) print(call, `${id}: Loading layer ${FULL_BAR}  ${size}/${size}\n`)
    }
    storeImage(transaction, image)
    for (const { repository, tag } of names)
      nameImage(transaction, { repository, tag, digest: null, imageId: image.id })
    const lines = names.map((name) => `Loaded image: ${familiarNamed({ ...name, digest: null, imageId: image.id })}\n`)
    print(call, lines.length > 0 ? lines.join('') : `Loaded image ID: ${image.id}\n`)
    recordEvent(transaction, { type: 'image', action: 'load', id: image.id, attributes: { name: image.id } })
  }
  return 0
}
