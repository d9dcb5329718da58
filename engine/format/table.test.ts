import { describe, expect, it } from 'vitest'
import { alignTabs, LIST_TABLE, TOP_TABLE } from './tab-writer'
import { formatTable } from './table'

describe('formatTable', () => {
  it('[FMT3] makes each column ten wide or its longest cell and three spaces, the last one unpadded', () => {
    expect(
      formatTable(['CONTAINER ID', 'IMAGE', 'PORTS', 'NAMES'], [['0123456789ab', 'debian:bookworm', '', 'café']]),
    ).toBe('CONTAINER ID   IMAGE             PORTS     NAMES\n0123456789ab   debian:bookworm             café\n')
  })

  it('[FMT3] prints the headers alone for an empty list', () => {
    expect(formatTable(['DRIVER', 'VOLUME NAME'], [])).toBe('DRIVER    VOLUME NAME\n')
  })

  it('[FMT3] counts code points, not bytes', () => {
    expect(formatTable(['A', 'B'], [['éééééééé', 'x']])).toBe('A          B\néééééééé   x\n')
  })
})

describe('alignTabs', () => {
  it('[FMT4] ends a column at a line that has no such cell', () => {
    expect(alignTabs('a long first cell\tb\nno tab here\nc\td\n', LIST_TABLE)).toBe(
      'a long first cell   b\nno tab here\nc         d\n',
    )
  })

  it('[FMT4] lets docker top have columns of twenty', () => {
    expect(alignTabs('UID\tPID\nroot\t1\n', TOP_TABLE)).toBe('UID                 PID\nroot                1\n')
  })
})
