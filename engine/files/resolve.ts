import type { EngineState } from '../state'
import type { MountPoint } from './mount-points'
import { childOf, splitPath, type TreeNode } from './tree'
import type { FileError } from './view'

/** Where a path leads: the node (null: the last component does not exist yet) and the tree it belongs to. */
export interface Place {
  readonly parts: readonly string[]
  readonly node: TreeNode | null
  readonly point: MountPoint
  /** A mount begins exactly here: it cannot be removed or renamed. */
  readonly isMount: boolean
}

export type Resolution =
  | { readonly ok: true; readonly place: Place }
  | { readonly ok: false; readonly error: FileError }

/** Linux gives up after forty links. */
const LINKS_MAX = 40

/** Follows an absolute path through links and mounts; `followLast` also follows a link at its end. */
export function resolvePath(
  state: EngineState,
  points: readonly MountPoint[],
  path: string,
  followLast: boolean,
): Resolution {
  let pending = rawParts(path)
  let place = rootPlace(state, points)
  let trail: readonly Place[] = []
  let links = 0
  for (let index = 0; index < pending.length; index += 1) {
    const name = pending[index] ?? ''
    if (place.node === null) return { ok: false, error: 'ENOENT' }
    if (place.node.type !== 'directory') return { ok: false, error: 'ENOTDIR' }
    if (name === '..') {
      place = trail.at(-1) ?? rootPlace(state, points)
      trail = trail.slice(0, -1)
      continue
    }
    const next = enter(state, points, place, name)
    const isLast = index === pending.length - 1
    if (next.node?.type !== 'symlink' || (isLast && !followLast)) {
      trail = [...trail, place]
      place = next
      continue
    }
    links += 1
    if (links > LINKS_MAX) return { ok: false, error: 'ELOOP' }
    const { target } = next.node
    pending = [...rawParts(target), ...pending.slice(index + 1)]
    index = -1
    if (target.startsWith('/')) {
      place = rootPlace(state, points)
      trail = []
    }
  }
  return { ok: true, place }
}

function rawParts(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '' && part !== '.')
}

function rootPlace(state: EngineState, points: readonly MountPoint[]): Place {
  const point = points[0]
  if (point === undefined) throw new Error('a space has a root')
  return { parts: [], node: point.root(state), point, isMount: true }
}

function enter(state: EngineState, points: readonly MountPoint[], from: Place, name: string): Place {
  const parts = [...from.parts, name]
  const mounted = points.findLast((point) => isSamePath(point.destination, parts))
  if (mounted !== undefined) return { parts, node: mounted.root(state), point: mounted, isMount: true }
  const child = from.node?.type === 'directory' ? childOf(from.node, name) : null
  if (child !== null || !points.some((point) => startsWith(point.destination, parts))) {
    return { parts, node: child?.type === 'whiteout' ? null : child, point: from.point, isMount: false }
  }
  return { parts, node: MOUNT_PARENT, point: from.point, isMount: false }
}

/** A directory that exists only because something is mounted below it. */
const MOUNT_PARENT: TreeNode = {
  type: 'directory',
  mode: 0o755,
  owner: 'root',
  group: 'root',
  modifiedAt: 0,
  entries: {},
}

function isSamePath(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((part, index) => part === other[index])
}

function startsWith(long: readonly string[], short: readonly string[]): boolean {
  return long.length > short.length && short.every((part, index) => part === long[index])
}

/** Components of a place below the mount it belongs to. */
export function partsBelow(place: Place): readonly string[] {
  return place.parts.slice(place.point.destination.length)
}

/** The directory of a path and its last name. */
export function parentAndName(path: string): { readonly parent: string; readonly name: string } {
  const trimmed = path.replace(/\/+$/, '')
  const slash = trimmed.lastIndexOf('/')
  return { parent: trimmed.slice(0, slash + 1) || '/', name: trimmed.slice(slash + 1) }
}

/** Names mounted directly inside a directory: they are listed even where the tree below has none. */
export function mountedNames(points: readonly MountPoint[], parts: readonly string[]): readonly string[] {
  return points
    .filter((point) => startsWith(point.destination, parts))
    .map((point) => point.destination[parts.length] ?? '')
}

export function isRootPath(path: string): boolean {
  return splitPath(path).length === 0
}
