import type { DirectoryNode, TreeNode } from '../files/tree'

/** What a terminal shows of an archive that is written to it: the headers' digits and the texts; the nulls between are invisible. */
export function tarText(root: DirectoryNode, prefix = ''): string {
  return Object.entries(root.entries)
    .map(([name, node]) => headerOf(`${prefix}${name}`, node) + bodyOf(`${prefix}${name}/`, node))
    .join('')
}

function headerOf(path: string, node: TreeNode): string {
  if (node.type === 'whiteout') return ''
  const isFolder = node.type === 'directory'
  const size = node.type === 'file' ? (node.content.kind === 'text' ? node.content.text.length : node.content.size) : 0
  const fields = [node.mode | (isFolder ? 0o40000 : 0o100000), 0, 0].map((value) => octal(value, 7))
  const sum = octal((path.length * 97 + size) % 0o777777, 6)
  const kind = isFolder ? '5' : node.type === 'symlink' ? '2' : '0'
  return `${path}${isFolder ? '/' : ''}${fields.join('')}${octal(size, 11)}${octal(Math.floor(node.modifiedAt / 1000), 11)}${sum} ${kind}ustar0000000000000000`
}

function octal(value: number, width: number): string {
  return value.toString(8).padStart(width, '0')
}

function bodyOf(prefix: string, node: TreeNode): string {
  if (node.type === 'directory') return tarText(node, prefix)
  return node.type === 'file' && node.content.kind === 'text' ? node.content.text : ''
}
