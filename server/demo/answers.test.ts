import { expect, it } from 'vitest'
import { knows } from './answers'

it('gets right the share of questions that the skill says, and others for other people', () => {
  const right = (skill: number, person: number) =>
    Array.from({ length: 10 }, (_, index) => knows(index, 10, skill, person)).flatMap((known, index) =>
      known ? [index] : [],
    )
  expect([0, 40, 70, 100].map((skill) => right(skill, 3).length)).toEqual([0, 4, 7, 10])
  expect(right(40, 0)).not.toEqual(right(40, 1))
})
