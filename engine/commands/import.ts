import { brokenArchive, readArchive } from '../archive/archive'
import { savedTree } from '../archive/saved-tree'
import { flagText, flagTexts } from '../cli/command-line'
import { EMPTY_CONFIG } from '../container/config'
import { digestOf } from '../entropy'
import { recordEvent } from '../events/event'
import { treeSize } from '../files/tree'
import type { Content } from '../files/view'
import { formatRfc3339Nano } from '../format/timestamp'
import { applyChanges } from '../image/apply-change'
import { layerOf } from '../image/commit'
import type { Image } from '../image/image'
import { storeImage } from '../image/store'
import { type Call, daemonError, type Ending, print, printError } from './call'
import { nameReference, targetOf } from './commit'
import { download } from './download'
import { hostFiles, hostPath } from './host-files'

/** `docker import`: an image of one layer and no command. Any archive will do, one of `docker save` too: its files are then the image's. */
export function importImage(call: Call): Ending {
  const { transaction, command } = call
  const [source = '', name] = command.args
  const reference = name === undefined ? null : targetOf(call, name)
  if (reference === 'invalid') return 1
  const isUrl = /^https?:\/\//.test(source)
  const content = isUrl ? download(call, source) : sourceContent(call, source)
  if (content === null) return 1
  if (isUrl) print(call, `Downloading from ${source}\n`)
  const archive = readArchive(transaction.state, content)
  if (archive === null) return daemonError(call, brokenArchive(transaction.state))
  const root = archive.kind === 'files' ? archive.root : savedTree(archive.images, transaction.state.clock)
  const changed = applyChanges(EMPTY_CONFIG, flagTexts(command, 'change'))
  if (!changed.ok) return daemonError(call, changed.error)
  const created = formatRfc3339Nano(transaction.state.clock)
  const comment = flagText(command, 'message') || `Imported from ${isUrl ? source : '-'}`
  const layer = layerOf([], root, archive.kind === 'files' ? archive.size : treeSize(root))
  const image: Image = {
    id: `sha256:${digestOf(`import ${layer.diffId} ${created} ${comment} ${JSON.stringify(changed.config)}`)}`,
    created,
    config: changed.config,
    containerConfig: null,
    layers: [layer],
    history: [{ created, createdBy: '', comment, empty: false }],
    parent: '',
    comment,
    author: '',
    containerId: '',
    dockerVersion: '20.10.24+dfsg1',
    architecture: 'amd64',
    os: 'linux',
    lastTaggedAt: 0,
  }
  storeImage(transaction, image)
  if (reference !== null) nameReference(call, reference, image.id)
  recordEvent(transaction, { type: 'image', action: 'import', id: image.id, attributes: { name: image.id } })
  print(call, `${image.id}\n`)
  return 0
}

function sourceContent(call: Call, source: string): Content | null {
  if (source === '-') return call.invocation.stdin ?? { kind: 'text', text: '' }
  const read = hostFiles(call).read(hostPath(call, source))
  if (read.ok) return read.value
  printError(call, `open ${source}: ${read.error === 'EACCES' ? 'permission denied' : 'no such file or directory'}\n`)
  return null
}
