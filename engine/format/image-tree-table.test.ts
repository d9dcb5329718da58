import { expect, it } from 'vitest'
import { formatImageTree } from './image-tree-table'

const row = { id: '0a0a0a0a0a0a', diskUsage: 12_300_000, contentSize: 4_000_000, inUse: false }

it('[FMT13] lists images by name with untagged ones last, as client 29 does', () => {
  const rows = [
    { ...row, name: null },
    { ...row, name: 'web:2', inUse: true },
    { ...row, name: 'db:1' },
  ]
  expect(formatImageTree(rows, null)).toBe(
    [
      'IMAGE        ID             DISK USAGE   CONTENT SIZE   EXTRA',
      'db:1         0a0a0a0a0a0a       12.3MB            4MB        ',
      'web:2        0a0a0a0a0a0a       12.3MB            4MB   U    ',
      '<untagged>   0a0a0a0a0a0a       12.3MB            4MB        ',
      '',
    ].join('\n'),
  )
})

it('[FMT13] has a legend on a terminal', () => {
  expect(formatImageTree([], 60)).toBe(
    `${' '.repeat(40)}i Info →   U  In Use\nIMAGE   ID             DISK USAGE   CONTENT SIZE   EXTRA\n`,
  )
})
