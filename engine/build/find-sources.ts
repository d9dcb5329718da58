import { childOf, type DirectoryNode, splitPath, type TreeNode } from '../files/tree'
import { matchGlob, readGlob } from './ignore/glob-pieces'

/** A file or folder that COPY or ADD takes. */
export interface CopySource {
  /** Its last name: what it is called in a folder. */
  readonly name: string
  readonly node: TreeNode
}

/** What a source path gives: nothing for a pattern without match, `absent` for a plain path that leads nowhere. */
export type FoundSources = readonly CopySource[] | 'absent' | 'bad-pattern'

const LINKS_MAX = 20

/** Finds what a path or a pattern of COPY names in a tree; links are followed inside it. */
export function findSources(root: DirectoryNode, path: string): FoundSources {
  const parts = splitPath(path)
  if (/[*?[]/.test(path)) return matchSources(root, parts)
  const node = followPath(root, parts)
  return node === null ? 'absent' : [{ name: parts.at(-1) ?? '', node }]
}

function matchSources(root: DirectoryNode, parts: readonly string[]): FoundSources {
  let found: readonly CopySource[] = [{ name: '', node: root }]
  for (const part of parts) {
    const pieces = readGlob(part)
    if (pieces === null) return 'bad-pattern'
    found = found.flatMap(({ node }) =>
      node.type !== 'directory'
        ? []
        : Object.keys(node.entries)
            .toSorted()
            .filter((name) => matchGlob(pieces, name))
            .flatMap((name) => sourceNamed(root, node, name)),
    )
  }
  return found
}

function sourceNamed(root: DirectoryNode, folder: DirectoryNode, name: string): readonly CopySource[] {
  const child = childOf(folder, name)
  if (child === null || child.type === 'whiteout') return []
  const node = child.type === 'symlink' ? followPath(root, splitPath(child.target)) : child
  return node === null ? [] : [{ name, node }]
}

/** The node at a path with every link on the way followed, or null. */
export function followPath(root: DirectoryNode, parts: readonly string[]): TreeNode | null {
  let node: TreeNode = root
  let done: readonly string[] = []
  let left = [...parts]
  let links = 0
  while (left.length > 0) {
    const [name = '', ...rest] = left
    if (node.type !== 'directory') return null
    const child: TreeNode | null = childOf(node, name)
    if (child === null || child.type === 'whiteout') return null
    if (child.type !== 'symlink') {
      node = child
      done = [...done, name]
      left = rest
      continue
    }
    links += 1
    if (links > LINKS_MAX) return null
    const target = child.target.startsWith('/') ? child.target : `/${done.join('/')}/${child.target}`
    left = [...splitPath(target), ...rest]
    node = root
    done = []
  }
  return node
}
