import type { DirectoryNode } from '../files/tree'
import type { FileView } from '../files/view'

/** Writes what an archive holds below a folder; root keeps the owners. False where a file could not be written. */
export function unpackTree(files: FileView, root: DirectoryNode, base: string): boolean {
  let isWhole = true
  for (const [name, child] of Object.entries(root.entries)) {
    const path = `${base}/${name}`
    if (child.type === 'directory') {
      const made = files.makeDirectory(path, { parents: true, mode: child.mode })
      isWhole = made.ok && unpackTree(files, child, path) && isWhole
    } else if (child.type === 'symlink') isWhole = files.link(child.target, path).ok && isWhole
    else if (child.type === 'file') isWhole = files.write(path, child.content, { mode: child.mode }).ok && isWhole
    else continue
    if (child.type !== 'symlink') files.change(path, { owner: child.owner, group: child.group })
  }
  return isWhole
}
