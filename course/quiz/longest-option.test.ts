import { describe, expect, it } from 'vitest'
import type { LocalizedText } from '@/grader/localized-text'
import type { Option, SingleQuestion } from '@/grader/quiz/question'
import { longestIsRight, longestSurplus } from './longest-option'

const text = (en: string): LocalizedText => ({ fr: `${en} (fr)`, en })
const base = { id: 'q', chapter: '01-c', objective: 'o', difficulty: 1, prompt: text('?') } as const

function option(id: string, correct: boolean, length: number): Option {
  return { id, correct, text: text(id.repeat(length)), feedback: text('f') }
}

/** A single question whose right option has the given length; the wrong ones have 5 and 6 letters. */
function single(rightLength: number): SingleQuestion {
  const options = [option('a', true, rightLength), option('b', false, 5), option('c', false, 6)]
  return { ...base, type: 'single', keepOrder: false, options }
}

describe('longestIsRight', () => {
  it('lets the right option be the longest as often as chance would', () => {
    expect(longestIsRight([single(9), single(5), single(5)])).toBeNull()
    expect(longestIsRight([1, 2, 3, 4, 5, 6, 7, 8, 9].map((index) => single(index < 5 ? 9 : 5)))).toBeNull()
    expect(longestIsRight([])).toBeNull()
  })

  it('reports a bank whose keys can be guessed by length', () => {
    expect(longestIsRight([1, 2, 3, 4, 5, 6, 7, 8, 9].map((index) => single(index < 6 ? 9 : 5)))).toBe(
      'the correct option is the longest in 5 of 9 single questions (fr): more often than chance',
    )
  })
})

it('says how far a file is above chance', () => {
  expect(longestSurplus([single(9), single(9), single(5)])).toBeCloseTo(1)
  expect(longestSurplus([single(5), single(5), single(5)])).toBeCloseTo(-1)
  expect(longestSurplus([])).toBe(0)
})
