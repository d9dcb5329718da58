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

/**
 * The files a process of `space` sees as `user`; reading goes through the newest state of the transaction, writing
 * replaces it. `space` is `"host"` or a container's id.
 */
export function openFiles(transaction: Transaction, space: string, user: string): FileView {
  let knownFor: unknown = null
  let known: readonly MountPoint[] = []

  /** Mounts change only with the containers (and the host has none), so they are kept while those stay the same. */
  function points(): readonly MountPoint[] {
    const { containers } = transaction.state
    if (known.length === 0 || knownFor !== containers) {
      known = mountPointsOf(transaction.state, space)
      knownFor = containers
    }
    return known
  }

  function find(path: string, followLast = true): Resolution {
    return resolvePath(transaction.state, points(), path, followLast)
  }

  /** The place an entry is written at, once its directory takes it. */
  function target(path: string, followLast: boolean): Resolution {
    const found = find(path, followLast)
    if (!found.ok) return found
    const { place } = found
    if (!place.point.writable) return refuse('EROFS')
    if (place.node !== null) return found
    const parent = find(parentAndName(path).parent)
    if (!parent.ok) return parent
    return isPermitted(parent.place.node, user, 'write') ? found : refuse('EACCES')
  }

  function put(place: Place, node: TreeNode | null): FileResult<null> {
    place.point.write(transaction, partsBelow(place), node)
    return OK
  }

  function fresh(mode: number) {
    return { mode, owner: user, group: user, modifiedAt: transaction.state.clock }
  }

  function write(path: string, content: Content, append: boolean, mode: number): FileResult<null> {
    const found = target(path, true)
    if (!found.ok) return found
    const { node } = found.place
    if (node?.type === 'directory') return refuse('EISDIR')
    if (node?.type === 'device') return OK
    if (path.endsWith('/')) return refuse('EISDIR')
    if (node !== null && !isPermitted(node, user, 'write')) return refuse('EACCES')
    const before = append && node?.type === 'file' && node.content.kind === 'text' ? node.content.text : ''
    const whole: Content =
      content.kind === 'text' && before !== '' ? { kind: 'text', text: before + content.text } : content
    if (contentSize(whole) > FILE_SIZE_MAX && whole.kind === 'text') return refuse('ENOSPC')
    const meta = node?.type === 'file' ? { ...node, modifiedAt: transaction.state.clock } : fresh(mode)
    const { owner, group, modifiedAt } = meta
    return put(found.place, { type: 'file', mode: meta.mode, owner, group, modifiedAt, content: whole })
  }

  function makeDirectory(path: string, parents: boolean, mode: number): FileResult<null> {
    const found = find(path)
    if (found.ok && found.place.node !== null) {
      return parents && found.place.node.type === 'directory' ? OK : refuse('EEXIST')
    }
    const { parent } = parentAndName(path)
    if (parents && !isRootPath(path)) {
      const above = makeDirectory(parent, true, mode)
      if (!above.ok) return above
    }
    const place = target(path, false)
    if (!place.ok) return place
    return put(place.place, { type: 'directory', ...fresh(mode), entries: {} })
  }

  function remove(path: string, recursive: boolean): FileResult<null> {
    const found = find(path, false)
    if (!found.ok) return found
    const { place } = found
    if (place.node === null) return refuse('ENOENT')
    if (place.isMount) return refuse('EBUSY')
    if (!place.point.writable) return refuse('EROFS')
    if (place.node.type === 'directory' && !recursive && Object.keys(place.node.entries).length > 0)
      return refuse('ENOTEMPTY')
    const parent = find(parentAndName(path).parent)
    if (parent.ok && !isPermitted(parent.place.node, user, 'write')) return refuse('EACCES')
    return put(place, null)
  }

  return {
    stat(path, options) {
      const found = find(path, options?.followLast ?? true)
      if (!found.ok) return found
      return found.place.node === null ? refuse('ENOENT') : { ok: true, value: statOf(found.place.node) }
    },
    read(path) {
      const found = find(path)
      if (!found.ok) return found
      const { node } = found.place
      if (node === null) return refuse('ENOENT')
      if (node.type === 'directory') return refuse('EISDIR')
      if (!isPermitted(node, user, 'read')) return refuse('EACCES')
      return { ok: true, value: node.type === 'file' ? node.content : { kind: 'text', text: '' } }
    },
    list(path) {
      const found = find(path)
      if (!found.ok) return found
      const { node, parts } = found.place
      if (node === null) return refuse('ENOENT')
      if (node.type !== 'directory') return refuse('ENOTDIR')
      if (!isPermitted(node, user, 'read')) return refuse('EACCES')
      return { ok: true, value: namesIn(node, mountedNames(points(), parts)) }
    },
    write: (path, content, options) => write(path, content, options?.append ?? false, options?.mode ?? 0o644),
    makeDirectory: (path, options) => makeDirectory(path, options?.parents ?? false, options?.mode ?? 0o755),
    remove: (path, options) => remove(path, options?.recursive ?? false),
    rename(from, to) {
      const source = find(from, false)
      if (!source.ok) return source
      if (source.place.node === null) return refuse('ENOENT')
      if (source.place.isMount) return refuse('EBUSY')
      const found = target(to, false)
      if (!found.ok) return found
      if (found.place.isMount || startsWithParts(found.place.parts, source.place.parts)) return refuse('EINVAL')
      const { node } = source.place
      const removed = remove(from, true)
      return removed.ok ? put(found.place, node) : removed
    },
    link(text, path) {
      const found = target(path, false)
      if (!found.ok) return found
      if (found.place.node !== null) return refuse('EEXIST')
      return put(found.place, { type: 'symlink', ...fresh(0o777), target: text })
    },
    change(path, changes) {
      const found = find(path)
      if (!found.ok) return found
      const { node, point } = found.place
      if (node === null) return refuse('ENOENT')
      if (!point.writable) return refuse('EROFS')
      if (node.type === 'whiteout' || node.type === 'device') return OK
      if (user !== 'root' && node.owner !== user) return refuse('EACCES')
      return put(found.place, { ...node, ...changes })
    },
  }
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
