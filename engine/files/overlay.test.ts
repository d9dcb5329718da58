import { expect, it } from 'vitest'
import { listChanges, mergeTrees, writeUpper } from './overlay'
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
