import type { Content } from './view'

interface NodeMeta {
  /** Permission bits, e.g. 0o755. */
  readonly mode: number
  readonly owner: string
  readonly group: string
  /** Milliseconds since the epoch. */
  readonly modifiedAt: number
}

export interface FileNode extends NodeMeta {
  readonly type: 'file'
  readonly content: Content
}

export interface DirectoryNode extends NodeMeta {
  readonly type: 'directory'
  readonly entries: Readonly<Record<string, TreeNode>>
  /** In an upper layer: hides what the layers below have here. */
  readonly opaque?: true
}

export interface LinkNode extends NodeMeta {
  readonly type: 'symlink'
  readonly target: string
}

export interface DeviceNode extends NodeMeta {
  readonly type: 'device'
}

/** In an upper layer: the name was removed. */
export interface WhiteoutNode {
  readonly type: 'whiteout'
}

/** One entry of a file tree; a layer, a volume, a tmpfs and the host's disk are each a `DirectoryNode`. */
export type TreeNode = FileNode | DirectoryNode | LinkNode | DeviceNode | WhiteoutNode

export const WHITEOUT: WhiteoutNode = { type: 'whiteout' }

/** An empty directory owned by root. */
export function emptyDirectory(modifiedAt = 0, mode = 0o755, owner = 'root', group = owner): DirectoryNode {
  return { type: 'directory', mode, owner, group, modifiedAt, entries: {} }
}

/** A regular file of text. */
export function textFile(text: string, modifiedAt = 0, mode = 0o644, owner = 'root', group = owner): FileNode {
  return { type: 'file', mode, owner, group, modifiedAt, content: { kind: 'text', text } }
}

/** The entry of that name, or null; names such as `constructor` are ordinary names here. */
export function childOf(directory: DirectoryNode, name: string): TreeNode | null {
  return Object.hasOwn(directory.entries, name) ? (directory.entries[name] ?? null) : null
}

/** The same directory with one entry replaced, or removed (null). */
export function withChild(directory: DirectoryNode, name: string, node: TreeNode | null): DirectoryNode {
  if (node !== null) return { ...directory, entries: { ...directory.entries, [name]: node } }
  const { [name]: _removed, ...entries } = directory.entries
  return { ...directory, entries }
}

/** The node at these path components without following links, or null. */
export function nodeAt(root: TreeNode, parts: readonly string[]): TreeNode | null {
  let node: TreeNode | null = root
  for (const part of parts) {
    if (node === null || node.type !== 'directory') return null
    node = childOf(node, part)
  }
  return node
}

/** A tree with the node at these components replaced (null removes it); missing directories on the way are made. */
export function withNode(root: DirectoryNode, parts: readonly string[], node: TreeNode | null): DirectoryNode {
  const [first, ...rest] = parts
  if (first === undefined) return node !== null && node.type === 'directory' ? node : root
  if (rest.length === 0) return withChild(root, first, node)
  const child = childOf(root, first)
  const directory = child !== null && child.type === 'directory' ? child : emptyDirectory(root.modifiedAt)
  return withChild(root, first, withNode(directory, rest, node))
}

/** Bytes of a file's content as UTF-8. */
export function contentSize(content: Content): number {
  if (content.kind === 'opaque') return content.size
  const known = textSizes.get(content)
  if (known !== undefined) return known
  const size = utf8Length(content.text)
  textSizes.set(content, size)
  return size
}

const textSizes = new WeakMap<Content, number>()

function utf8Length(text: string): number {
  let bytes = text.length
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    if (code < 0x80) continue
    bytes += code < 0x800 || (code >= 0xd800 && code <= 0xdfff) ? 1 : 2
  }
  return bytes
}

const sizes = new WeakMap<DirectoryNode, number>()

/** Bytes of all files and link targets below, as the engine counts a layer. */
export function treeSize(directory: DirectoryNode): number {
  const known = sizes.get(directory)
  if (known !== undefined) return known
  let size = 0
  for (const node of Object.values(directory.entries)) size += nodeSize(node)
  sizes.set(directory, size)
  return size
}

function nodeSize(node: TreeNode): number {
  if (node.type === 'file') return contentSize(node.content)
  if (node.type === 'directory') return treeSize(node)
  return node.type === 'symlink' ? node.target.length : 0
}

/** Components of an absolute path with `.`, `..` and doubled slashes resolved (links are not). */
export function splitPath(path: string): readonly string[] {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue
    if (part === '..') parts.pop()
    else parts.push(part)
  }
  return parts
}

export function joinPath(parts: readonly string[]): string {
  return `/${parts.join('/')}`
}
