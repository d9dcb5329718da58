import { expect, it } from 'vitest'
import { roundedFraction } from './points'

it('rounds a fraction to four decimals, half up, within 0 and 1', () => {
  expect(roundedFraction(1, 3)).toBe(0.3333)
  expect(roundedFraction(2, 3)).toBe(0.6667)
  expect(roundedFraction(1, 20_000)).toBe(0.0001)
  expect(roundedFraction(3, 3)).toBe(1)
  expect(roundedFraction(-1, 3)).toBe(0)
  expect(roundedFraction(4, 3)).toBe(1)
  expect(roundedFraction(1, 0)).toBe(0)
})
