import type { TreeNode } from './tree'

const BITS = { read: 4, write: 2 } as const

/** Whether the mode bits let a user read or write a node; root may everything. A user's group has the user's name. */
export function isPermitted(node: TreeNode | null, user: string, access: keyof typeof BITS): boolean {
  if (user === 'root' || user === '0' || node === null || node.type === 'whiteout' || node.type === 'symlink')
    return true
  const bit = BITS[access]
  if (node.owner === user) return (node.mode & (bit << 6)) !== 0
  if (node.group === user) return (node.mode & (bit << 3)) !== 0
  return (node.mode & bit) !== 0
}
