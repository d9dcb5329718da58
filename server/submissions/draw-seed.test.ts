import { expect, it } from 'vitest'
import { exerciseDrawSeed } from './draw-seed'

it('is the same for one person and assignment, other for others, and fits a database integer', () => {
  const seeds = ['a', 'b'].flatMap((assignment) => ['x', 'y'].map((user) => exerciseDrawSeed(assignment, user)))
  expect(exerciseDrawSeed('a', 'x')).toBe(seeds[0])
  expect(new Set(seeds).size).toBe(4)
  expect(seeds.every((seed) => Number.isInteger(seed) && seed >= 0 && seed < 2 ** 31)).toBe(true)
})
