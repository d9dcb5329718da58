import { type DirectoryNode, splitPath, type TreeNode } from '@/engine/files/tree'

/** Files looked at in one tree, at most. */
const FILES_MAX = 2000

/** What a tree holds, times apart: a line for each file, link and removed name. */
export function fileFacts(root: DirectoryNode): readonly string[] {
  const facts: string[] = []
  const walk = (directory: DirectoryNode, path: string): void => {
    for (const name of Object.keys(directory.entries).sort()) {
      const node = directory.entries[name]
      if (node === undefined || facts.length >= FILES_MAX) {
        return
      }
      const at = `${path}/${name}`
      facts.push(`${at} ${nodeFact(node)}`)
      if (node.type === 'directory') {
        walk(node, at)
      }
    }
  }
  walk(root, '')
  return facts
}

function nodeFact(node: TreeNode): string {
  switch (node.type) {
    case 'whiteout':
      return 'removed'
    case 'symlink':
      return `-> ${node.target}`
    case 'file': {
      const { content } = node
      const held = content.kind === 'text' ? JSON.stringify(content.text) : `${content.format} of ${content.size}`
      return `${node.mode.toString(8)} ${node.owner} ${held}`
    }
    case 'directory':
    case 'device':
      return `${node.type} ${node.mode.toString(8)} ${node.owner}`
  }
}

/** The directory at a path, or null. */
export function directoryAt(root: DirectoryNode, path: string): DirectoryNode | null {
  let directory = root
  for (const part of splitPath(path)) {
    const node = Object.hasOwn(directory.entries, part) ? directory.entries[part] : undefined
    if (node?.type !== 'directory') {
      return null
    }
    directory = node
  }
  return directory
}
