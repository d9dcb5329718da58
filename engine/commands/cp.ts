import { brokenArchive, readArchive, storeArchive } from '../archive/archive'
import { savedTree } from '../archive/saved-tree'
import { tarText } from '../archive/tar-text'
import { unpackTree } from '../archive/unpack-tree'
import { flagIsOn } from '../cli/command-line'
import type { Container } from '../container/container'
import { findContainer } from '../container/lookup'
import { copyTree } from '../files/copy-tree'
import { containerTree } from '../files/mount-points'
import { openFiles } from '../files/space-view'
import { contentSize, emptyDirectory, joinPath, nodeAt, splitPath, treeSize, withNode } from '../files/tree'
import type { FileView } from '../files/view'
import { formatHumanSize } from '../format/human-size'
import { formatRfc3339 } from '../format/timestamp'
import { type Call, daemonError, type Ending, isClient20, print, printError } from './call'
import { writeArchive } from './export'
import { hostFiles, hostPath } from './host-files'

interface Side {
  /** Null: the host. */
  readonly container: string | null
  readonly path: string
}

/** `docker cp` between a container, running or not, and the host. */
export function cp(call: Call): Ending {
  const [from, to] = call.command.args.map(sideOf)
  if (from === undefined || to === undefined) return 1
  if (from.container !== null && to.container !== null)
    return refuse(call, 'copying between containers is not supported')
  if (from.container !== null) return copyOut(call, from.container, from.path, to.path)
  return to.container === null
    ? refuse(call, 'must specify at least one container source')
    : copyIn(call, from.path, to.container, to.path)
}

/** `NAME:PATH`; a path beginning with a dot or a slash is the host's. */
function sideOf(text: string): Side {
  const colon = text.indexOf(':')
  if (colon === -1 || /^[./]/.test(text)) return { container: null, path: text }
  return { container: text.slice(0, colon), path: text.slice(colon + 1) }
}

function refuse(call: Call, text: string): number {
  printError(call, `${text}\n`)
  return 1
}

function containerFor(call: Call, name: string, path: string): Container | number {
  const found = findContainer(call.transaction.state, name)
  if (found.ok) return found.container
  if (isClient20(call)) return refuse(call, `Error: No such container:path: ${name}:${path}`)
  return daemonError(call, `No such container: ${name}`)
}

function copyOut(call: Call, name: string, path: string, destination: string): number {
  const container = containerFor(call, name, path)
  if (typeof container === 'number') return container
  const inside = openFiles(call.transaction, container.id, 'root')
  const source = `/${path}`
  const stat = inside.stat(source, { followLast: false })
  if (!stat.ok) return absentPath(call, name, path)
  if (destination === '-') {
    const name = splitPath(path).at(-1) ?? ''
    const node =
      nodeAt(containerTree(container), splitPath(path)) ?? container.ownFiles[source.replace(/^\/+/, '/')] ?? null
    const root = node === null || name === '' ? containerTree(container) : withNode(emptyDirectory(), [name], node)
    if (call.invocation.terminal.stdout) {
      print(call, tarText(root))
      return 0
    }
    const archive = storeArchive(
      call.transaction,
      { kind: 'files', root, size: treeSize(root) },
      archiveBytes(inside, source),
    )
    return writeArchive(call, '', archive)
  }
  const outside = hostFiles(call)
  const target = hostPath(call, destination)
  const folder = parentOf(target)
  if (!outside.stat(folder).ok) return refuse(call, `invalid output path: directory "${folder}" does not exist`)
  const broken = impossibleTarget(outside, destination.endsWith('/') ? `${target}/` : target, inside, source)
  if (broken !== null) return refuse(call, broken)
  return copyTo(call, {
    from: inside,
    source,
    to: outside,
    target,
    shown: destination.startsWith('/') ? destination : `${call.invocation.directory}/${destination}`,
    absent: (path) => refuse(call, `stat ${path}: no such file or directory`),
  })
}

function parentOf(path: string): string {
  return joinPath(splitPath(path).slice(0, -1))
}

function copyIn(call: Call, path: string, name: string, destination: string): number {
  if (path === '-') return unpackInto(call, name, destination)
  const outside = hostFiles(call)
  const container = containerFor(call, name, destination)
  if (typeof container === 'number') return container
  const source = hostPath(call, path)
  if (!outside.stat(source, { followLast: false }).ok) return refuse(call, `lstat ${source}: no such file or directory`)
  const inside = openFiles(call.transaction, container.id, 'root')
  const broken = impossibleTarget(inside, `/${destination}`, outside, source)
  if (broken !== null) {
    reportBrokenPipe(call, source)
    return refuse(call, broken)
  }
  return copyTo(call, {
    from: outside,
    source,
    to: inside,
    target: `/${destination}`,
    shown: `${name}:${destination}`,
    absent: (folder) => absentPath(call, name, folder),
  })
}

/** An archive from standard input: unpacked into a folder, whose absence alone the client tells (docker/cli `copyToContainer`). */
function unpackInto(call: Call, name: string, destination: string): number {
  const found = findContainer(call.transaction.state, name)
  const inside = found.ok ? openFiles(call.transaction, found.container.id, 'root') : null
  const there = inside?.stat(`/${destination}`)
  if (inside === null || there?.ok !== true || there.value.type !== 'directory')
    return refuse(call, `destination "${name}:${destination}" must be a directory`)
  const { stdin } = call.invocation
  const archive = stdin === null ? null : readArchive(call.transaction.state, stdin)
  // The client counts the bytes of archives it makes itself, and tells of success before it hears of a failure.
  if (!isClient20(call) && !flagIsOn(call.command, 'quiet'))
    printError(call, `Successfully copied 0B to ${name}:${destination}\n`)
  if (archive === null)
    return stdin === null || contentSize(stdin) === 0 ? 0 : daemonError(call, brokenArchive(call.transaction.state))
  const root = archive.kind === 'files' ? archive.root : savedTree(archive.images, call.transaction.state.clock)
  return unpackTree(inside, root, `/${destination}`)
    ? 0
    : refuse(call, 'Error response from daemon: container rootfs is marked read-only')
}

/** Since 23 the client tells how its own archive broke off when it gives up before sending it. */
function reportBrokenPipe(call: Call, source: string): void {
  if (isClient20(call)) return
  const stamp = formatRfc3339(call.transaction.state.clock)
  const line = (what: string) => `time="${stamp}" level=error msg="${what}: io: read/write on closed pipe"\n`
  printError(call, line(`Can't add file ${source} to tar`) + line("Can't close tar writer"))
}

/** What no archive can be unpacked at, in the client's words (docker/docker `PrepareArchiveCopy`), or null. */
function impossibleTarget(to: FileView, target: string, from: FileView, source: string): string | null {
  const there = to.stat(target)
  const stat = from.stat(source)
  const bringsDirectory = stat.ok && stat.value.type === 'directory'
  if (there.ok && there.value.type !== 'directory' && bringsDirectory) return 'cannot copy directory'
  return !bringsDirectory && target.endsWith('/') && !there.ok ? 'no such directory' : null
}

function absentPath(call: Call, name: string, path: string): number {
  if (isClient20(call)) return refuse(call, `Error: No such container:path: ${name}:${path}`)
  return daemonError(call, `Could not find the file ${path} in container ${name}`)
}

interface Copy {
  readonly from: FileView
  readonly source: string
  readonly to: FileView
  readonly target: string
  readonly shown: string
  /** Tells that the folder the copy goes into is missing. */
  readonly absent: (folder: string) => number
}

/** As `cp -r`: into an existing directory, else under the new name. */
function copyTo(call: Call, { from, source, to, target, shown, absent }: Copy): number {
  const there = to.stat(target)
  const isDirectory = there.ok && there.value.type === 'directory'
  const folder = parentOf(target)
  if (!isDirectory && !to.stat(folder).ok) return absent(folder)
  const name =
    source
      .replace(/\/+\.?$/, '')
      .split('/')
      .at(-1) ?? ''
  const takesContent = source.endsWith('/.')
  const end = isDirectory && !takesContent ? `${target}/${name}` : target
  const copied = copyTree(from, source, to, end)
  if (copied.ok) return reportCopy(call, from, source, shown)
  if (copied.error === 'ENOENT') return absent(folder)
  if (copied.error === 'EROFS') return refuse(call, 'Error response from daemon: container rootfs is marked read-only')
  return refuse(call, `open ${end}: ${copied.error === 'EACCES' ? 'permission denied' : 'cannot overwrite'}`)
}

/** Since 23 the client tells on stderr how many bytes the archive it copied had. */
function reportCopy(call: Call, from: FileView, source: string, shown: string): number {
  if (isClient20(call) || flagIsOn(call.command, 'quiet')) return 0
  const bytes = archiveBytes(from, source) + 1024
  printError(call, `Successfully copied ${formatHumanSize(bytes)} to ${shown}\n`)
  return 0
}

/** A header of 512 bytes for each entry, contents filled up to blocks of 512. */
function archiveBytes(files: FileView, path: string): number {
  const stat = files.stat(path, { followLast: false })
  if (!stat.ok) return 0
  if (stat.value.type === 'file') return 512 + Math.ceil(stat.value.size / 512) * 512
  const names = stat.value.type === 'directory' ? files.list(path) : null
  if (names === null || !names.ok) return 512
  return names.value.reduce((sum, name) => sum + archiveBytes(files, `${path}/${name}`), 512)
}
