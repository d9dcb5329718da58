import type { Transaction } from '../state'
import { type MountPoint, mountPointsOf } from './mount-points'
import { isPermitted } from './permission'
import {
  isRootPath,
  mountedNames,
  type Place,
  parentAndName,
  partsBelow,
  type Resolution,
  resolvePath,
} from './resolve'
import { childOf, contentSize, type DirectoryNode, type TreeNode } from './tree'
import type { Content, FileError, FileResult, FileStat, FileView } from './view'

/** Longest file kept, in bytes: more is `No space left on device`. */
const FILE_SIZE_MAX = 4_000_000
/** Most entries one directory takes. */
const ENTRIES_MAX = 20_000

const OK: FileResult<null> = { ok: true, value: null }

function refuse(error: FileError): { readonly ok: false; readonly error: FileError } {
  return { ok: false, error }
}

/** A `FileView` on a transaction. */
class SpaceFiles implements FileView {
  private readonly transaction: Transaction
  private readonly space: string
  private readonly user: string
  private knownFor: unknown = null
  private known: readonly MountPoint[] = []

  constructor(transaction: Transaction, space: string, user: string) {
    this.transaction = transaction
    this.space = space
    this.user = user
  }

  /** Mounts change only with the containers (and the host has none), so they are kept while those stay the same. */
  private points(): readonly MountPoint[] {
    const { containers } = this.transaction.state
    if (this.known.length === 0 || this.knownFor !== containers) {
      this.known = mountPointsOf(this.transaction.state, this.space)
      this.knownFor = containers
    }
    return this.known
  }

  private find(path: string, followLast = true): Resolution {
    return resolvePath(this.transaction.state, this.points(), path, followLast)
  }

  /** The place an entry is written at, once its directory takes it. */
  private target(path: string, followLast: boolean): Resolution {
    const found = this.find(path, followLast)
    if (!found.ok) return found
    const { place } = found
    if (!place.point.writable) return refuse('EROFS')
    if (place.node !== null) return found
    const parent = this.find(parentAndName(path).parent)
    if (!parent.ok) return parent
    return isPermitted(parent.place.node, this.user, 'write') ? found : refuse('EACCES')
  }

  private put(place: Place, node: TreeNode | null): FileResult<null> {
    place.point.write(this.transaction, partsBelow(place), node)
    return OK
  }

  private fresh(mode: number) {
    return { mode, owner: this.user, group: this.user, modifiedAt: this.transaction.state.clock }
  }

  stat(path: string, options?: { readonly followLast?: boolean }): FileResult<FileStat> {
    const found = this.find(path, options?.followLast ?? true)
    if (!found.ok) return found
    return found.place.node === null ? refuse('ENOENT') : { ok: true, value: statOf(found.place.node) }
  }

  read(path: string): FileResult<Content> {
    const found = this.find(path)
    if (!found.ok) return found
    const { node } = found.place
    if (node === null) return refuse('ENOENT')
    if (node.type === 'directory') return refuse('EISDIR')
    if (!isPermitted(node, this.user, 'read')) return refuse('EACCES')
    return { ok: true, value: node.type === 'file' ? node.content : { kind: 'text', text: '' } }
  }

  list(path: string): FileResult<readonly string[]> {
    const found = this.find(path)
    if (!found.ok) return found
    const { node, parts } = found.place
    if (node === null) return refuse('ENOENT')
    if (node.type !== 'directory') return refuse('ENOTDIR')
    if (!isPermitted(node, this.user, 'read')) return refuse('EACCES')
    return { ok: true, value: namesIn(node, mountedNames(this.points(), parts)) }
  }

  write(
    path: string,
    content: Content,
    options?: { readonly append?: boolean; readonly mode?: number },
  ): FileResult<null> {
    const found = this.target(path, true)
    if (!found.ok) return found
    const { node } = found.place
    if (node?.type === 'directory') return refuse('EISDIR')
    if (node?.type === 'device') return OK
    if (path.endsWith('/')) return refuse('EISDIR')
    if (node !== null && !isPermitted(node, this.user, 'write')) return refuse('EACCES')
    const isAppended = options?.append === true && node?.type === 'file' && node.content.kind === 'text'
    const before = isAppended ? node.content.text : ''
    const whole: Content =
      content.kind === 'text' && before !== '' ? { kind: 'text', text: before + content.text } : content
    if (contentSize(whole) > FILE_SIZE_MAX && whole.kind === 'text') return refuse('ENOSPC')
    const { clock } = this.transaction.state
    const meta = node?.type === 'file' ? { ...node, modifiedAt: clock } : this.fresh(options?.mode ?? 0o644)
    const { mode, owner, group, modifiedAt } = meta
    return this.put(found.place, { type: 'file', mode, owner, group, modifiedAt, content: whole })
  }

  makeDirectory(path: string, options?: { readonly parents?: boolean; readonly mode?: number }): FileResult<null> {
    const { parents = false, mode = 0o755 } = options ?? {}
    const found = this.find(path)
    if (found.ok && found.place.node !== null) {
      return parents && found.place.node.type === 'directory' ? OK : refuse('EEXIST')
    }
    const { parent } = parentAndName(path)
    if (parents && !isRootPath(path)) {
      const above = this.makeDirectory(parent, { parents, mode })
      if (!above.ok) return above
    }
    const place = this.target(path, false)
    if (!place.ok) return place
    return this.put(place.place, { type: 'directory', ...this.fresh(mode), entries: {} })
  }

  remove(path: string, options?: { readonly recursive?: boolean }): FileResult<null> {
    const found = this.find(path, false)
    if (!found.ok) return found
    const { place } = found
    if (place.node === null) return refuse('ENOENT')
    if (place.isMount) return refuse('EBUSY')
    if (!place.point.writable) return refuse('EROFS')
    const isFull = place.node.type === 'directory' && Object.keys(place.node.entries).length > 0
    if (isFull && options?.recursive !== true) return refuse('ENOTEMPTY')
    const parent = this.find(parentAndName(path).parent)
    if (parent.ok && !isPermitted(parent.place.node, this.user, 'write')) return refuse('EACCES')
    return this.put(place, null)
  }

  rename(from: string, to: string): FileResult<null> {
    const source = this.find(from, false)
    if (!source.ok) return source
    if (source.place.node === null) return refuse('ENOENT')
    if (source.place.isMount) return refuse('EBUSY')
    const found = this.target(to, false)
    if (!found.ok) return found
    if (found.place.isMount || startsWithParts(found.place.parts, source.place.parts)) return refuse('EINVAL')
    const { node } = source.place
    const removed = this.remove(from, { recursive: true })
    return removed.ok ? this.put(found.place, node) : removed
  }

  link(text: string, path: string): FileResult<null> {
    const found = this.target(path, false)
    if (!found.ok) return found
    if (found.place.node !== null) return refuse('EEXIST')
    return this.put(found.place, { type: 'symlink', ...this.fresh(0o777), target: text })
  }

  change(path: string, changes: Parameters<FileView['change']>[1]): FileResult<null> {
    const found = this.find(path)
    if (!found.ok) return found
    const { node, point } = found.place
    if (node === null) return refuse('ENOENT')
    if (!point.writable) return refuse('EROFS')
    if (node.type === 'whiteout' || node.type === 'device') return OK
    if (this.user !== 'root' && node.owner !== this.user) return refuse('EACCES')
    return this.put(found.place, { ...node, ...changes })
  }
}

/**
 * The files a process of `space` sees as `user`; reading goes through the newest state of the transaction, writing
 * replaces it. `space` is `"host"` or a container's id.
 */
export function openFiles(transaction: Transaction, space: string, user: string): FileView {
  return new SpaceFiles(transaction, space, user)
}

function statOf(node: TreeNode): FileStat {
  if (node.type === 'whiteout') throw new Error('a whiteout is never shown')
  const { type, mode, owner, group, modifiedAt } = node
  const stat = { type, mode, owner, group, modifiedAt, size: sizeOf(node) }
  return node.type === 'symlink' ? { ...stat, target: node.target } : stat
}

function sizeOf(node: TreeNode): number {
  if (node.type === 'file') return contentSize(node.content)
  if (node.type === 'symlink') return node.target.length
  return node.type === 'directory' ? 4096 : 0
}

function namesIn(directory: DirectoryNode, mounted: readonly string[]): readonly string[] {
  const names = new Set(Object.keys(directory.entries).filter((name) => childOf(directory, name)?.type !== 'whiteout'))
  for (const name of mounted) names.add(name)
  return [...names].sort().slice(0, ENTRIES_MAX)
}

function startsWithParts(long: readonly string[], short: readonly string[]): boolean {
  return long.length >= short.length && short.every((part, index) => part === long[index])
}
