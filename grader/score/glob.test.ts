import { expect, it } from 'vitest'
import { fitsGlob } from './glob'

it.each([
  ['nginx', 'nginx', true],
  ['nginx', 'nginx:1.27', false],
  ['nginx*', 'nginx:1.27', true],
  ['*ng*x', 'my-nginx', true],
  ['a*a', 'a', false],
  ['*', '', true],
  ['a*b*c', 'abc', true],
  ['a*b*c', 'acb', false],
  ['.*', 'nginx', false],
])('%s and %s: %s', (glob, text, expected) => {
  expect(fitsGlob(text, glob)).toBe(expected)
})

it('takes time that grows with the text only', () => {
  expect(fitsGlob('a'.repeat(200_000), `${'*a'.repeat(2_000)}*b`)).toBe(false)
})
