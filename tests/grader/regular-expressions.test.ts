import { describe, expect, it } from 'vitest'
import { exponentialPart } from '@/tests/support/regex-danger'
import { regexLiterals } from '@/tests/support/regex-literals'

/** Wherever pasted, typed or written text meets a regular expression. */
const FOLDERS = ['grader', 'course', 'shell', 'engine', 'components', 'server', 'cli']

describe('regular expressions', () => {
  it('are told from exponential ones', () => {
    const exponential = ['(a+)+$', '(a|a)*b', '(?:\\w+\\s*)+$', '([a-z]+)*x', '(?:a{1,50})+b', '(.*)*', '(\\d+|\\w)+!']
    const harmless = [
      'a+b+c',
      '(?:ab)+',
      '(?:[^"\\\\]|\\\\.)*',
      '(?:\\w+\\.)+x',
      '(?:[a-z]{1,30}_){0,5}',
      'a{3}',
      '(?:x|y)*',
    ]
    expect(exponential.filter((source) => exponentialPart(source) === null)).toEqual([])
    expect(harmless.filter((source) => exponentialPart(source) !== null)).toEqual([])
  })

  it.each(FOLDERS)('of %s/ cannot explode', (folder) => {
    const literals = regexLiterals(folder)
    expect(literals.length).toBeGreaterThan(0)
    for (const { source, flags } of literals) expect(() => new RegExp(source, flags)).not.toThrow()
    const exploding = literals.filter(({ source }) => exponentialPart(source) !== null)
    expect(exploding.map(({ file, source }) => `${file}: ${source}`)).toEqual([])
  })
})
