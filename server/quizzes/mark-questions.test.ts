import { expect, it } from 'vitest'
import type { MarkedQuestion } from '../views/attempt-view'
import { totalPoints } from './mark-questions'

function marked(points: number): MarkedQuestion {
  return {
    question: {
      id: 'q',
      type: 'true-false',
      chapter: 'c',
      objective: 'o',
      difficulty: 1,
      prompt: { fr: '', en: '' },
      answer: true,
      feedback: { true: { fr: '', en: '' }, false: { fr: '', en: '' } },
    },
    answer: null,
    mark: { points, correct: false, feedbackIds: [], misconceptions: [] },
  }
}

it('sums to the same total in every order', () => {
  const parts = [0.1, 0.2, 0.3, 0.3333, 0.6667, 1, 0.7]
  const total = { points: 3.3, pointsMax: 7 }
  expect(totalPoints(parts.map(marked))).toEqual(total)
  expect(totalPoints(parts.toReversed().map(marked))).toEqual(total)
})

it('of no questions is nothing', () => {
  expect(totalPoints([])).toEqual({ points: 0, pointsMax: 0 })
})
