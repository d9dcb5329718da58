import { childOf, type DirectoryNode, emptyDirectory, type TreeNode, WHITEOUT, withChild } from './tree'

const merges = new WeakMap<DirectoryNode, WeakMap<DirectoryNode, DirectoryNode>>()

/**
 * What a process sees when the tree `upper` lies over `lower`: entries of upper win, directories of both merge,
 * whiteouts hide. The cost is that of `upper`; pairs already merged are remembered.
 */
export function mergeTrees(lower: DirectoryNode, upper: DirectoryNode): DirectoryNode {
  if (upper.opaque) return mergeTrees({ ...lower, entries: {} }, withoutOpaque(upper))
  const known = merges.get(lower)?.get(upper)
  if (known) return known
  const entries: Record<string, TreeNode> = { ...lower.entries }
  for (const [name, node] of Object.entries(upper.entries)) mergeEntry(entries, lower, name, node)
  const { mode, owner, group, modifiedAt } = upper
  const merged: DirectoryNode = { type: 'directory', mode, owner, group, modifiedAt, entries }
  const byUpper = merges.get(lower) ?? new WeakMap<DirectoryNode, DirectoryNode>()
  byUpper.set(upper, merged)
  merges.set(lower, byUpper)
  return merged
}

function mergeEntry(entries: Record<string, TreeNode>, lower: DirectoryNode, name: string, node: TreeNode): void {
  if (node.type === 'whiteout') {
    delete entries[name]
    return
  }
  if (node.type !== 'directory') {
    entries[name] = node
    return
  }
  const below = childOf(lower, name)
  const base = below?.type === 'directory' && !node.opaque ? below : emptyBelow(node)
  entries[name] = mergeTrees(base, node.opaque ? withoutOpaque(node) : node)
}

/**
 * The node at these components of the merged tree, without merging the folders on the way: after a write that would be
 * most of the cost of the next look. Undefined where a link stands in the way, or nothing to go on through.
 */
export function findMerged(
  lower: DirectoryNode,
  upper: DirectoryNode,
  parts: readonly string[],
): TreeNode | null | undefined {
  let below: DirectoryNode | null = lower
  let above: DirectoryNode | null = upper
  for (let index = 0; index < parts.length; index += 1) {
    const name = parts[index] ?? ''
    const own: TreeNode | null = above === null ? null : childOf(above, name)
    const hidden: TreeNode | null = below === null || above?.opaque === true ? null : childOf(below, name)
    const node: TreeNode | null = own ?? hidden
    if (node?.type !== 'directory') {
      if (node?.type === 'symlink' || index < parts.length - 1) return undefined
      return node?.type === 'whiteout' ? null : node
    }
    above = own === null ? null : node
    if (own === null) below = node
    else below = hidden?.type === 'directory' && node.opaque !== true ? hidden : null
  }
  if (above === null) return below
  return mergeTrees(below ?? emptyBelow(above), above.opaque ? withoutOpaque(above) : above)
}

const bare = new WeakMap<DirectoryNode, DirectoryNode>()

/** One and the same empty directory for a node, so that merges over it are remembered. */
function emptyBelow(node: DirectoryNode): DirectoryNode {
  const known = bare.get(node)
  if (known) return known
  const made = emptyDirectory(node.modifiedAt, node.mode, node.owner, node.group)
  bare.set(node, made)
  return made
}

const transparent = new WeakMap<DirectoryNode, DirectoryNode>()

function withoutOpaque(node: DirectoryNode): DirectoryNode {
  const known = transparent.get(node)
  if (known) return known
  const { opaque: _opaque, ...rest } = node
  transparent.set(node, rest)
  return rest
}

/**
 * The upper tree after an entry was written (null: removed) at these components, copying directories up on the way.
 * `lower` is the merged tree of the layers below. The parent directory must exist in the merged view.
 */
export function writeUpper(
  lower: DirectoryNode | null,
  upper: DirectoryNode,
  parts: readonly string[],
  node: TreeNode | null,
): DirectoryNode {
  const [first, ...rest] = parts
  if (first === undefined) return node?.type === 'directory' ? node : upper
  const below = lower === null || upper.opaque ? null : childOf(lower, first)
  if (rest.length === 0) return withChild(upper, first, leafOf(below, upper, first, node))
  const above = childOf(upper, first)
  const lowerDirectory = below?.type === 'directory' ? below : null
  const directory = above?.type === 'directory' ? above : copyUp(lowerDirectory, upper)
  return withChild(upper, first, writeUpper(lowerDirectory, directory, rest, node))
}

function leafOf(below: TreeNode | null, upper: DirectoryNode, name: string, node: TreeNode | null): TreeNode | null {
  if (node === null) return below === null ? null : WHITEOUT
  if (node.type !== 'directory' || below === null) return node
  const above = childOf(upper, name)
  const replaced =
    below.type !== 'directory' || above?.type === 'whiteout' || (above?.type === 'directory' && above.opaque)
  return replaced ? { ...node, opaque: true } : node
}

function copyUp(below: DirectoryNode | null, parent: DirectoryNode): DirectoryNode {
  return below === null ? emptyDirectory(parent.modifiedAt) : { ...below, entries: {} }
}

export interface Change {
  readonly kind: 'A' | 'C' | 'D'
  readonly path: string
}

/** What an upper tree changes of the tree below, in the order of `docker diff`: by path, parents first. */
export function listChanges(lower: DirectoryNode, upper: DirectoryNode, prefix = ''): readonly Change[] {
  return Object.keys(upper.entries)
    .sort()
    .flatMap((name) => changesOf(childOf(lower, name), childOf(upper, name), `${prefix}/${name}`))
}

function changesOf(below: TreeNode | null, above: TreeNode | null, path: string): readonly Change[] {
  if (above === null) return []
  if (above.type === 'whiteout') return below === null ? [] : [{ kind: 'D', path }]
  const own: Change = { kind: below === null ? 'A' : 'C', path }
  if (above.type !== 'directory') return [own]
  const base = below?.type === 'directory' ? below : emptyBelow(above)
  const inside = listChanges(base, above, path)
  if (!above.opaque) return [own, ...inside]
  const hidden = Object.keys(base.entries).filter((name) => childOf(above, name) === null)
  return [own, ...inside, ...hidden.map((name): Change => ({ kind: 'D', path: `${path}/${name}` }))]
}
