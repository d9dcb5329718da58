import { openFiles } from '@/engine/files/space-view'
import { childOf, type DirectoryNode, joinPath, nodeAt, splitPath, type TreeNode, withNode } from '@/engine/files/tree'
import type { EngineState } from '@/engine/state'
import type { FilePatterns, Glob } from '../pattern'
import { fitsGlob } from './glob'

/** Home folder of the student at the simulated host. */
const HOME = '/home/student'

/** Links followed at most on the way to a file. */
const LINKS_MAX = 8

/** A path of the host as patterns write it, made absolute. */
export function hostPath(path: string): string {
  if (path.startsWith('/')) return path
  return `${HOME}/${path.replace(/^~\//, '')}`
}

/** Do the files of a container's view, or of the host's, hold what is wanted? */
export function fitsFiles(state: EngineState, space: string, wanted: FilePatterns): boolean {
  const view = openFiles({ state }, space, 'root')
  return Object.entries(wanted).every(([path, glob]) => {
    const found = view.read(space === 'host' ? hostPath(path) : path)
    if (found.ok) return fitsContent(found.value.kind === 'text' ? found.value.text : '', glob)
    return found.error === 'EISDIR' ? glob === '*' : glob === null
  })
}

/** Do the files below a tree (an image's, a volume's) hold what is wanted? */
export function fitsTree(root: DirectoryNode, wanted: FilePatterns): boolean {
  return Object.entries(wanted).every(([path, glob]) => {
    const node = follow(root, path)
    if (node === null || node.type === 'whiteout') return glob === null
    if (node.type === 'file') return fitsContent(node.content.kind === 'text' ? node.content.text : '', glob)
    return glob === '*'
  })
}

function fitsContent(text: string, glob: Glob | null): boolean {
  return glob !== null && (fitsGlob(text, glob) || fitsGlob(text.replace(/\n$/, ''), glob))
}

/** The node at a path, links followed. */
function follow(root: DirectoryNode, path: string, links = LINKS_MAX): TreeNode | null {
  const parts = splitPath(path)
  let node: TreeNode | null = root
  for (const [index, part] of parts.entries()) {
    node = node?.type === 'directory' ? childOf(node, part) : null
    if (node?.type !== 'symlink') continue
    if (links === 0) return null
    const base = node.target.startsWith('/') ? '' : joinPath(parts.slice(0, index))
    return follow(root, [`${base}/${node.target}`, ...parts.slice(index + 1)].join('/'), links - 1)
  }
  return node
}

/** The tree with a file holding something else, and without it; trees in which the file is not stay out. */
export function otherFiles(root: DirectoryNode, wanted: FilePatterns): readonly DirectoryNode[] {
  return Object.keys(wanted).flatMap((path) => {
    const parts = splitPath(path)
    const node = nodeAt(root, parts)
    if (node?.type !== 'file') return []
    const other: TreeNode = { ...node, content: { kind: 'text', text: 'otherwise\n' } }
    return [withNode(root, parts, other), withNode(root, parts, null)]
  })
}

/** States in which a wanted file of a view holds something else, or is not there. */
export function otherViews(state: EngineState, space: string, wanted: FilePatterns): readonly EngineState[] {
  return Object.keys(wanted).flatMap((name) => {
    const path = space === 'host' ? hostPath(name) : name
    const changed = { state }
    const written = openFiles(changed, space, 'root').write(path, { kind: 'text', text: 'otherwise\n' })
    const removed = { state }
    const gone = openFiles(removed, space, 'root').remove(path)
    return [...(written.ok ? [changed.state] : []), ...(gone.ok ? [removed.state] : [])]
  })
}
