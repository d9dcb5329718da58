import { type DirectoryNode, emptyDirectory, type TreeNode } from './tree'

const DEVICE: TreeNode = { type: 'device', mode: 0o666, owner: 'root', group: 'root', modifiedAt: 0 }

/** /dev of every space: the same few devices and the links to a process' own descriptors. */
export const DEVICES: DirectoryNode = {
  ...emptyDirectory(),
  entries: {
    ...Object.fromEntries(
      ['null', 'zero', 'full', 'random', 'urandom', 'tty', 'ptmx', 'console'].map((name) => [name, DEVICE]),
    ),
    fd: link('/proc/self/fd'),
    stdin: link('/proc/self/fd/0'),
    stdout: link('/proc/self/fd/1'),
    stderr: link('/proc/self/fd/2'),
    pts: emptyDirectory(),
    shm: emptyDirectory(0, 0o1777),
    mqueue: emptyDirectory(0, 0o1777),
  },
}

function link(target: string): TreeNode {
  return { type: 'symlink', mode: 0o777, owner: 'root', group: 'root', modifiedAt: 0, target }
}
