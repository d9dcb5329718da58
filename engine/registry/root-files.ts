import { type DirectoryNode, emptyDirectory, joinPath, splitPath, type TreeNode, withNode } from '../files/tree'

/**
 * Files of an image's layer, described as data (content/hub/roots.yaml): a root names the programs an image has and
 * the text files a student looks at. `programs` maps a path to the model that runs it; `applets` are links to one
 * executable (busybox).
 */
export interface RootDescription {
  readonly extends?: readonly string[]
  readonly directories?: readonly string[]
  readonly files?: Readonly<
    Record<string, string | { readonly text: string; readonly mode?: number; readonly owner?: string }>
  >
  readonly programs?: Readonly<Record<string, string>>
  /** Programs by directory, each run by the model of its own name. */
  readonly programsIn?: Readonly<Record<string, readonly string[]>>
  readonly links?: Readonly<Record<string, string>>
  readonly applets?: { readonly target: string; readonly directories: Readonly<Record<string, readonly string[]>> }
  /** Bytes of each program's binary where `ls -l` shows it. */
  readonly programSize?: number
}

export type RootDescriptions = Readonly<Record<string, RootDescription>>

const PROGRAM_SIZE = 64_512

/** Builds the tree of the named roots, the later over the earlier. Unknown names add nothing. */
export function buildRoot(descriptions: RootDescriptions, names: readonly string[], modifiedAt: number): DirectoryNode {
  let tree = emptyDirectory(modifiedAt)
  for (const name of names) tree = addRoot(tree, descriptions, name, modifiedAt, 0)
  return tree
}

function addRoot(tree: DirectoryNode, all: RootDescriptions, name: string, at: number, depth: number): DirectoryNode {
  const root = Object.hasOwn(all, name) ? all[name] : undefined
  if (root === undefined || depth > 4) return tree
  let result = tree
  for (const base of root.extends ?? []) result = addRoot(result, all, base, at, depth + 1)
  for (const path of root.directories ?? [])
    result = put(result, path, emptyDirectory(at, path === '/tmp' ? 0o1777 : 0o755))
  for (const [path, file] of Object.entries(root.files ?? {})) result = put(result, path, fileOf(file, at))
  for (const [path, program] of Object.entries(root.programs ?? {}))
    result = put(result, path, executable(program, root.programSize, at))
  for (const [path, target] of Object.entries(root.links ?? {})) result = put(result, path, link(target, at))
  return addApplets(addPrograms(result, root, at), root, at)
}

function addPrograms(tree: DirectoryNode, root: RootDescription, at: number): DirectoryNode {
  let result = tree
  for (const [directory, names] of Object.entries(root.programsIn ?? {})) {
    for (const name of names) result = put(result, `${directory}/${name}`, executable(name, root.programSize, at))
  }
  return result
}

function addApplets(tree: DirectoryNode, { applets }: RootDescription, at: number): DirectoryNode {
  let result = tree
  for (const [directory, names] of Object.entries(applets?.directories ?? {})) {
    for (const name of names) result = put(result, `${directory}/${name}`, link(applets?.target ?? '', at))
  }
  return result
}

function put(tree: DirectoryNode, path: string, node: TreeNode): DirectoryNode {
  return withNode(tree, splitPath(path), node)
}

function fileOf(
  file: string | { readonly text: string; readonly mode?: number; readonly owner?: string },
  at: number,
): TreeNode {
  const { text, mode = 0o644, owner = 'root' } = typeof file === 'string' ? { text: file } : file
  return { type: 'file', mode, owner, group: owner, modifiedAt: at, content: { kind: 'text', text } }
}

/** A binary whose payload names the model that runs it. */
export function executable(program: string, size = PROGRAM_SIZE, modifiedAt = 0): TreeNode {
  return {
    type: 'file',
    mode: 0o755,
    owner: 'root',
    group: 'root',
    modifiedAt,
    content: { kind: 'opaque', format: 'executable', size, payload: { program } },
  }
}

function link(target: string, modifiedAt: number): TreeNode {
  return { type: 'symlink', mode: 0o777, owner: 'root', group: 'root', modifiedAt, target }
}

/** Paths of everything in a tree, sorted: for tests and faults of the catalogue. */
export function listPaths(tree: DirectoryNode, parts: readonly string[] = []): readonly string[] {
  return Object.entries(tree.entries).flatMap(([name, node]) => {
    const path = [...parts, name]
    return node.type === 'directory' ? [joinPath(path), ...listPaths(node, path)] : [joinPath(path)]
  })
}
