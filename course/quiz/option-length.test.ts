import { describe, expect, it } from 'vitest'
import type { LocalizedText } from '@/grader/localized-text'
import type { Option, SingleQuestion } from '@/grader/quiz/question'
import { lengthSurplus, lengthTells, lengthTellsInBank } from './option-length'

const text = (en: string): LocalizedText => ({ fr: `${en} (fr)`, en })
const base = { id: 'q', chapter: '01-c', objective: 'o', difficulty: 1, prompt: text('?') } as const

function option(id: string, correct: boolean, length: number): Option {
  return { id, correct, text: text(id.repeat(length)), feedback: text('f') }
}

/** A single question whose right option has the given length; the wrong ones have 5 and 7 letters. */
function single(rightLength: number): SingleQuestion {
  const options = [option('a', true, rightLength), option('b', false, 5), option('c', false, 7)]
  return { ...base, type: 'single', keepOrder: false, options }
}

const LONGEST = 9
const BETWEEN = 6
const SHORTEST = 3

/** So many questions with a right option of each length. */
function bank(counts: Readonly<Record<number, number>>): readonly SingleQuestion[] {
  return Object.entries(counts).flatMap(([length, count]) =>
    Array.from({ length: count }, () => single(Number(length))),
  )
}

describe('lengthTells', () => {
  it('lets the right option stand out as often as chance would, and in a small set once more', () => {
    expect(lengthTells([])).toEqual([])
    expect(lengthTells(bank({ [LONGEST]: 2, [SHORTEST]: 1 }))).toEqual([])
    expect(lengthTells(bank({ [LONGEST]: 4, [SHORTEST]: 4, [BETWEEN]: 1 }))).toEqual([])
  })

  it('reports questions whose keys can be guessed from the longest option', () => {
    expect(lengthTells(bank({ [LONGEST]: 5, [SHORTEST]: 2, [BETWEEN]: 2 }))).toEqual([
      'the correct option alone is the longest in 5 of 9 single questions that have a longest option (fr): more often than chance',
      'the correct option alone is the longest in 5 of 9 single questions that have a longest option (en): more often than chance',
    ])
  })

  it('reports those whose keys can be guessed from the shortest option', () => {
    expect(lengthTells(bank({ [LONGEST]: 2, [SHORTEST]: 5, [BETWEEN]: 2 })).map((one) => one.slice(0, 49))).toEqual([
      'the correct option alone is the shortest in 5 of ',
      'the correct option alone is the shortest in 5 of ',
    ])
  })

  it('leaves out questions in which two options share the length', () => {
    expect(lengthTells(bank({ 7: 9, [SHORTEST]: 0 }))).toEqual([])
  })
})

describe('lengthTellsInBank', () => {
  it('also reports a bank in which the right option hardly ever stands out', () => {
    expect(lengthTellsInBank(bank({ [LONGEST]: 3, [SHORTEST]: 3, [BETWEEN]: 3 }))).toEqual([])
    expect(lengthTellsInBank(bank({ [LONGEST]: 1, [SHORTEST]: 8, [BETWEEN]: 15 }))).toEqual([
      'the correct option alone is the longest in 1 of 24 single questions that have a longest option (fr): less often than chance',
      'the correct option alone is the longest in 1 of 24 single questions that have a longest option (en): less often than chance',
    ])
  })
})

it('says how far a file is above chance', () => {
  expect(lengthSurplus(bank({ [LONGEST]: 2, [BETWEEN]: 1 }))).toBeCloseTo(1)
  expect(lengthSurplus(bank({ [SHORTEST]: 3 }))).toBeCloseTo(2)
  expect(lengthSurplus([])).toBe(0)
})
