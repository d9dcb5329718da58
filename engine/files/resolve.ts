import type { EngineState } from '../state'
import type { MountPoint } from './mount-points'
import { childOf, type DirectoryNode, splitPath, type TreeNode } from './tree'
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

/** Where a walk stands. `steps` has one item more than `parts`: the root. */
interface Walk {
  readonly parts: string[]
  readonly steps: Step[]
}

type Step = Omit<Place, 'parts'>

/** Follows an absolute path through links and mounts; `followLast` also follows a link at its end. */
export function resolvePath(
  state: EngineState,
  points: readonly MountPoint[],
  path: string,
  followLast: boolean,
): Resolution {
  let pending = rawParts(path)
  const direct = descend(state, points, pending)
  if (direct !== null) return { ok: true, place: direct }
  const root = rootStep(state, points)
  let walk: Walk = { parts: [], steps: [root] }
  let here = root
  let links = 0
  for (let index = 0; index < pending.length; index += 1) {
    const name = pending[index] ?? ''
    const { node } = here
    if (node === null) return { ok: false, error: 'ENOENT' }
    if (node.type !== 'directory') return { ok: false, error: 'ENOTDIR' }
    if (name === '..') {
      here = leave(walk, root)
      continue
    }
    walk.parts.push(name)
    const next = enter(state, points, here, node, walk.parts)
    const isLast = index === pending.length - 1
    if (next.node?.type !== 'symlink' || (isLast && !followLast)) {
      walk.steps.push(next)
      here = next
      continue
    }
    links += 1
    if (links > LINKS_MAX) return { ok: false, error: 'ELOOP' }
    const { target } = next.node
    pending = [...rawParts(target), ...pending.slice(index + 1)]
    index = -1
    walk.parts.pop()
    if (target.startsWith('/')) {
      walk = { parts: [], steps: [root] }
      here = root
    }
  }
  const { node, point, isMount } = here
  return { ok: true, place: { parts: walk.parts, node, point, isMount } }
}

/** Where a path leads that stays in the root's tree; null where it goes up, over a link or into a mount, or fails. */
function descend(state: EngineState, points: readonly MountPoint[], parts: readonly string[]): Place | null {
  const [first] = parts
  const [point] = points
  if (first === undefined || point === undefined || parts.includes('..')) return null
  const isNear = mountedAtTop(points).has(first)
  if (isNear && points.some((each) => each !== point && startsWith(parts, each.destination))) return null
  const node = point.look === undefined ? nodeWithoutLinks(point.root(state), parts) : point.look(state, parts)
  return node === undefined || (isNear && node === null) ? null : { parts, node, point, isMount: false }
}

/** The node at these components; undefined where a link stands in the way, or nothing to go on through. */
function nodeWithoutLinks(root: TreeNode | null, parts: readonly string[]): TreeNode | null | undefined {
  let node: TreeNode | null = root
  for (const part of parts) {
    if (node?.type !== 'directory') return undefined
    node = childOf(node, part)
  }
  if (node?.type === 'symlink') return undefined
  return node?.type === 'whiteout' ? null : node
}

const knownTops = new WeakMap<readonly MountPoint[], ReadonlySet<string>>()

/** The folders of the root that are, or have somewhere below them, a mount. */
function mountedAtTop(points: readonly MountPoint[]): ReadonlySet<string> {
  const known = knownTops.get(points)
  if (known !== undefined) return known
  const tops = new Set(points.flatMap((point) => point.destination.slice(0, 1)))
  knownTops.set(points, tops)
  return tops
}

function rawParts(path: string): readonly string[] {
  const known = knownParts.get(path)
  if (known !== undefined) return known
  const parts = path.split('/').filter((part) => part !== '' && part !== '.')
  if (knownParts.size >= KNOWN_MAX) knownParts.clear()
  if (path.length <= KNOWN_LENGTH_MAX) knownParts.set(path, parts)
  return parts
}

/** Programs ask for the same few paths again and again. */
const knownParts = new Map<string, readonly string[]>()
const KNOWN_MAX = 1_000
const KNOWN_LENGTH_MAX = 200

function rootStep(state: EngineState, points: readonly MountPoint[]): Step {
  const point = points[0]
  if (point === undefined) throw new Error('a space has a root')
  return { node: point.root(state), point, isMount: true }
}

/** Goes up by one; above the root is the root. */
function leave(walk: Walk, root: Step): Step {
  walk.parts.pop()
  if (walk.steps.length > 1) walk.steps.pop()
  return walk.steps.at(-1) ?? root
}

/** The last of `parts` in the directory where the walk stands. */
function enter(
  state: EngineState,
  points: readonly MountPoint[],
  from: Step,
  directory: DirectoryNode,
  parts: readonly string[],
): Step {
  let isAbove = false
  for (let index = points.length - 1; index >= 0; index -= 1) {
    const point = points[index]
    if (point === undefined || !startsWith(point.destination, parts)) continue
    if (point.destination.length === parts.length) return { node: point.root(state), point, isMount: true }
    isAbove = true
  }
  const child = childOf(directory, parts[parts.length - 1] ?? '')
  if (child === null && isAbove) return { node: MOUNT_PARENT, point: from.point, isMount: false }
  return { node: child?.type === 'whiteout' ? null : child, point: from.point, isMount: false }
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

/** Whether a path is `short` or lies below it. */
function startsWith(long: readonly string[], short: readonly string[]): boolean {
  if (long.length < short.length) return false
  for (let index = short.length - 1; index >= 0; index -= 1) if (long[index] !== short[index]) return false
  return true
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
    .filter((point) => point.destination.length > parts.length && startsWith(point.destination, parts))
    .map((point) => point.destination[parts.length] ?? '')
}

export function isRootPath(path: string): boolean {
  return splitPath(path).length === 0
}
