import { storeArchive } from '../archive/archive'
import { flagText } from '../cli/command-line'
import { recordContainerEvent } from '../container/create'
import { drawInteger } from '../entropy'
import { containerTree } from '../files/mount-points'
import { textFile, treeSize, withNode } from '../files/tree'
import type { Content } from '../files/view'
import { tarSizeOf } from '../image/commit'
import { type Call, type Ending, printError } from './call'
import { containerOf } from './containers'
import { hostFiles, hostPath } from './host-files'

/** `docker export`: the container's files without its volumes, in one archive. */
export function exportContainer(call: Call): Ending {
  const { transaction, command } = call
  const output = flagText(command, 'output') ?? ''
  if (output === '' && call.invocation.terminal.stdout) return refuseTerminal(call)
  const container = containerOf(call, command.args[0] ?? '', 'engine')
  if (container === null) return 1
  const root = withNode(containerTree(container), ['.dockerenv'], textFile('', container.createdAt, 0o755))
  const layersSize = container.image.layers.reduce((sum, layer) => sum + layer.size, 0)
  const layersTar = container.image.layers.reduce((sum, layer) => sum + layer.tarSize, 0)
  const archive = { kind: 'files', root, size: layersSize + treeSize(container.upper) } as const
  const content = storeArchive(transaction, archive, layersTar + tarSizeOf(container.upper))
  recordContainerEvent(transaction, container, 'export')
  return writeArchive(call, output, content)
}

/** Binary data is not thrown at a terminal. */
export function refuseTerminal(call: Call): number {
  printError(call, 'cowardly refusing to save to a terminal. Use the -o flag or redirect\n')
  return 1
}

/** Writes an archive to a file of the host, or to standard output where no file is named. */
export function writeArchive(call: Call, output: string, content: Content): number {
  if (output === '') {
    call.output.push({ descriptor: 1, text: '', content })
    return 0
  }
  const written = hostFiles(call).write(hostPath(call, output), content)
  if (written.ok) return 0
  printError(call, `${outputRefusal(call, output, written.error)}\n`)
  return 1
}

/** docker/cli `ValidateOutputPath` wants the folder; then a temporary file beside the output is renamed to it. */
function outputRefusal(call: Call, output: string, error: string): string {
  const clean = output.replace(/\/+$/, '')
  const folder = clean.includes('/') ? clean.slice(0, clean.lastIndexOf('/')) || '/' : '.'
  const temporary = `${folder === '.' ? '' : folder.replace(/\/$/, '')}${folder === '.' ? '' : '/'}.docker_temp_${temporaryNumber(call)}`
  if (error === 'EACCES') return `open ${temporary}: permission denied`
  if (error === 'EISDIR') return `rename ${temporary} ${clean}: file exists`
  const what = call.command.name === 'save' ? 'save image' : 'export container'
  return `failed to ${what}: invalid output path: directory "${folder}" does not exist`
}

/** Go's random digits in a temporary file's name. */
export function temporaryNumber({ transaction }: Call): string {
  return String(100_000_000 + drawInteger(transaction, 900_000_000))
}
