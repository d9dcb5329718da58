import { expect, it } from 'vitest'
import type { MarkedQuestion } from '../views/attempt-view'
import { totalPoints } from './mark-questions'

function marked(points: number, weight?: number): MarkedQuestion {
  return {
    question: {
      id: 'q',
      type: 'true-false',
      chapter: 'c',
      objective: 'o',
      difficulty: 1,
      ...(weight === undefined ? {} : { points: weight }),
      prompt: { fr: '', en: '' },
      answer: true,
      feedback: { true: { fr: '', en: '' }, false: { fr: '', en: '' } },
    },
    answer: null,
    mark: { points, correct: false, feedbackIds: [], misconceptions: [] },
    certainty: null,
    points,
  }
}

it('sums to the same total in every order', () => {
  const parts = [0.1, 0.2, 0.3, 0.3333, 0.6667, 1, 0.7]
  const total = { points: 3.3, pointsMax: 7 }
  expect(totalPoints(parts.map((points) => marked(points)))).toEqual(total)
  expect(totalPoints(parts.toReversed().map((points) => marked(points)))).toEqual(total)
})

it('of no questions is nothing', () => {
  expect(totalPoints([])).toEqual({ points: 0, pointsMax: 0 })
})

it('lets a question count what its quiz says', () => {
  expect(totalPoints([marked(0.3333, 3), marked(1, 0.5), marked(0.5)])).toEqual({ points: 1.9999, pointsMax: 4.5 })
})
