import type { DirectoryNode, TreeNode } from '../files/tree'
import { contentSize, emptyDirectory } from '../files/tree'
import type { FileStat, FileView } from '../files/view'
import { type IgnorePattern, matchIgnorePatterns } from './ignore/ignore-patterns'

/** The files a build may copy. */
export interface BuildContext {
  readonly root: DirectoryNode
}

export type ContextResult =
  | { readonly ok: true; readonly context: BuildContext }
  | { readonly ok: false; readonly error: string }

/** Most entries a context takes along. */
const ENTRIES_MAX = 20_000

export const EMPTY_CONTEXT: BuildContext = { root: emptyDirectory() }

interface Reading {
  readonly files: FileView
  readonly top: string
  readonly patterns: readonly IgnorePattern[]
  /** Paths that are sent whatever the patterns say. */
  readonly kept: readonly string[]
  left: number
}

class Unreadable extends Error {}

/** Reads the folder `top` of the client's machine without what its .dockerignore leaves out. */
export function readContext(
  files: FileView,
  top: string,
  patterns: readonly IgnorePattern[],
  kept: readonly string[],
): ContextResult {
  try {
    const root = readFolder({ files, top, patterns, kept, left: ENTRIES_MAX }, '')
    return { ok: true, context: { root } }
  } catch (fault) {
    if (fault instanceof Unreadable) return { ok: false, error: fault.message }
    throw fault
  }
}

function readFolder(reading: Reading, path: string): DirectoryNode {
  const absolute = path === '' ? reading.top : `${reading.top}/${path}`
  const stat = reading.files.stat(absolute)
  const names = reading.files.list(absolute)
  if (!names.ok || !stat.ok) throw new Unreadable(`error checking context: 'can't stat '${absolute}''`)
  const entries: Record<string, TreeNode> = {}
  for (const name of names.value) {
    const node = readEntry(reading, path === '' ? name : `${path}/${name}`)
    if (node !== null) entries[name] = node
  }
  return { type: 'directory', ...metaOf(stat.value), entries }
}

function metaOf({ mode, owner, group, modifiedAt }: FileStat) {
  return { mode, owner, group, modifiedAt }
}

/** One entry, or null where it is left out; a folder left out stays for what an exception takes back. */
function readEntry(reading: Reading, path: string): TreeNode | null {
  const { files, top, patterns, kept } = reading
  reading.left -= 1
  if (reading.left < 0) throw new Unreadable(`error checking context: more than ${ENTRIES_MAX} files in '${top}'`)
  const absolute = `${top}/${path}`
  const stat = files.stat(absolute, { followLast: false })
  if (!stat.ok) return null
  const isOut = !kept.includes(path) && matchIgnorePatterns(patterns, path)
  if (stat.value.type === 'directory') return readInnerFolder(reading, path, isOut)
  if (isOut || stat.value.type === 'device') return null
  if (stat.value.type === 'symlink') return { type: 'symlink', ...metaOf(stat.value), target: stat.value.target ?? '' }
  const content = files.read(absolute)
  if (!content.ok) throw new Unreadable(`error checking context: 'no permission to read from '${absolute}''`)
  return { type: 'file', ...metaOf(stat.value), content: content.value }
}

function readInnerFolder(reading: Reading, path: string, isOut: boolean): DirectoryNode | null {
  const mayReturn = reading.patterns.some((pattern) => pattern.exception)
  if (isOut && !mayReturn) return null
  const folder = readFolder(reading, path)
  return isOut && Object.keys(folder.entries).length === 0 ? null : folder
}

/** Bytes of a context as the tar archive the client sends: blocks of 512, two at the end. */
export function contextBytes(root: DirectoryNode): number {
  return (blocksBelow(root) + 2) * 512
}

function blocksBelow(directory: DirectoryNode): number {
  return Object.values(directory.entries).reduce((sum, node) => {
    if (node.type === 'directory') return sum + 1 + blocksBelow(node)
    return sum + 1 + (node.type === 'file' ? Math.ceil(contentSize(node.content) / 512) : 0)
  }, 0)
}
