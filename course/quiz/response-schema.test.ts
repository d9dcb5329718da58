import { expect, it } from 'vitest'
import { responseSchema } from './response-schema'

const accepts = (value: unknown): boolean => responseSchema.safeParse(value).success

it('accepts every response a page can send', () => {
  expect(accepts({ type: 'single', choice: 'kernel' })).toBe(true)
  expect(accepts({ type: 'single', choice: null })).toBe(true)
  expect(accepts({ type: 'multiple', choices: ['a', 'b'] })).toBe(true)
  expect(accepts({ type: 'true-false', choice: false })).toBe(true)
  expect(accepts({ type: 'numeric', text: '137' })).toBe(true)
})

it('refuses other shapes, other types and oversized answers', () => {
  expect(accepts({ type: 'single', choice: 'x'.repeat(61) })).toBe(false)
  expect(accepts({ type: 'single', choice: 'a', correct: true })).toBe(false)
  expect(accepts({ type: 'multiple', choices: Array.from({ length: 9 }, () => 'a') })).toBe(false)
  expect(accepts({ type: 'true-false', choice: 'false' })).toBe(false)
  expect(accepts({ type: 'numeric', text: 137 })).toBe(false)
  expect(accepts({ type: 'numeric', text: '1'.repeat(101) })).toBe(false)
  expect(accepts({ type: 'essay', text: '' })).toBe(false)
  expect(accepts(null)).toBe(false)
})
