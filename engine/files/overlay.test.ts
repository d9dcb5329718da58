import { expect, it } from 'vitest'
import { findMerged, listChanges, mergeTrees, writeUpper } from './overlay'
import { type DirectoryNode, emptyDirectory, nodeAt, textFile, withNode } from './tree'

const lower: DirectoryNode = ['etc/hosts', 'etc/group', 'srv/old/a'].reduce(
  (tree, path) => withNode(tree, path.split('/'), textFile(path)),
  emptyDirectory(),
)

it('[FILE1] a file written over the layers is seen; its folder is copied up and marked changed', () => {
  const upper = writeUpper(lower, emptyDirectory(), ['etc', 'motd'], textFile('hello'))
  expect(nodeAt(mergeTrees(lower, upper), ['etc', 'motd'])).toMatchObject({ content: { text: 'hello' } })
  expect(nodeAt(mergeTrees(lower, upper), ['etc', 'hosts'])).toMatchObject({ content: { text: 'etc/hosts' } })
  expect(listChanges(lower, upper)).toEqual([
    { kind: 'C', path: '/etc' },
    { kind: 'A', path: '/etc/motd' },
  ])
})

it('[FILE2] removing what a layer has leaves a whiteout; removing what is new leaves nothing', () => {
  const removed = writeUpper(lower, emptyDirectory(), ['etc', 'group'], null)
  expect(nodeAt(mergeTrees(lower, removed), ['etc', 'group'])).toBeNull()
  expect(listChanges(lower, removed)).toEqual([
    { kind: 'C', path: '/etc' },
    { kind: 'D', path: '/etc/group' },
  ])
  const added = writeUpper(lower, emptyDirectory(), ['new'], textFile('x'))
  expect(listChanges(lower, writeUpper(lower, added, ['new'], null))).toEqual([])
})

it('[FILE3] a folder made again where one was removed does not show the old content', () => {
  const gone = writeUpper(lower, emptyDirectory(), ['srv', 'old'], null)
  const again = writeUpper(lower, gone, ['srv', 'old'], emptyDirectory())
  expect(nodeAt(mergeTrees(lower, again), ['srv', 'old'])).toMatchObject({ type: 'directory', entries: {} })
  expect(nodeAt(mergeTrees(lower, again), ['srv', 'old', 'a'])).toBeNull()
})

it('[FILE4] names such as __proto__ are ordinary names', () => {
  const upper = writeUpper(lower, emptyDirectory(), ['__proto__'], textFile('x'))
  expect(nodeAt(mergeTrees(lower, upper), ['constructor'])).toBeNull()
  expect(Object.keys(upper.entries)).toEqual(['__proto__'])
})

it('[FILE1] looking into the two trees finds what the merged tree has', () => {
  const linked = withNode(lower, ['link'], { ...emptyDirectory(), type: 'symlink', target: 'etc' })
  const upper = [
    (tree: DirectoryNode) => writeUpper(linked, tree, ['etc', 'motd'], textFile('hello')),
    (tree: DirectoryNode) => writeUpper(linked, tree, ['etc', 'group'], null),
    (tree: DirectoryNode) => writeUpper(linked, tree, ['srv', 'old'], null),
    (tree: DirectoryNode) => writeUpper(linked, tree, ['srv', 'old'], emptyDirectory(5)),
    (tree: DirectoryNode) => writeUpper(linked, tree, ['srv', 'old', 'b'], textFile('b')),
  ].reduce((tree, write) => write(tree), emptyDirectory())
  const merged = mergeTrees(linked, upper)
  const paths = ['', 'etc', 'etc/hosts', 'etc/motd', 'etc/group', 'srv', 'srv/old', 'srv/old/a', 'srv/old/b', 'none']
  for (const path of paths) {
    const parts = path === '' ? [] : path.split('/')
    expect([path, findMerged(linked, upper, parts)]).toEqual([path, nodeAt(merged, parts)])
  }
  const elsewhere = ['link', 'link/hosts', 'none/x', 'etc/motd/x', 'etc/group/x']
  expect(elsewhere.map((path) => findMerged(linked, upper, path.split('/')))).toEqual(elsewhere.map(() => undefined))
})
