import { expect, it } from 'vitest'
import { buildWorld } from '@/tests/support/build-world'
import { matchIgnorePatterns, readIgnorePatterns } from './ignore-patterns'
import { readIgnoreFile } from './read-ignore-file'

const FILE = '# comment\n*.log\n!keep.log\n**/secret\nsrc/[ab]?.txt\n/top/\n'

it.each([
  ['x.log', true],
  ['keep.log', false],
  ['deep/x.log', false],
  ['deep/er/secret/file', true],
  ['src/a1.txt', true],
  ['src/c1.txt', false],
  ['top/file', true],
])('[BUILD5] %s left out: %s', (path, excluded) => {
  const patterns = readIgnorePatterns(readIgnoreFile(FILE))
  expect(patterns.ok && matchIgnorePatterns(patterns.value, path)).toBe(excluded)
})

it('[BUILD5] a malformed pattern is refused', () => {
  expect(readIgnorePatterns(['a['])).toEqual({ ok: false, error: 'syntax error in pattern' })
})

it('[BUILD5] what .dockerignore leaves out is not in the context', () => {
  const world = buildWorld({ Dockerfile: 'FROM alpine\nCOPY x.log /\n', 'x.log': 'one', '.dockerignore': '*.log\n' })
  expect(world.run('build .').stderr).toBe(
    'COPY failed: file not found in build context or excluded by .dockerignore: stat x.log: file does not exist\n',
  )
})
