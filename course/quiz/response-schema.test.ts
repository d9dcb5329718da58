import { expect, it } from 'vitest'
import { responseSchema } from './response-schema'

const accepts = (value: unknown): boolean => responseSchema.safeParse(value).success

it('accepts every response a page can send', () => {
  expect(accepts({ type: 'single', choice: 'kernel' })).toBe(true)
  expect(accepts({ type: 'single', choice: null })).toBe(true)
  expect(accepts({ type: 'multiple', choices: ['a', 'b'] })).toBe(true)
  expect(accepts({ type: 'true-false', choice: false })).toBe(true)
  expect(accepts({ type: 'numeric', text: '137' })).toBe(true)
  expect(accepts({ type: 'text', text: 'SIGTERM' })).toBe(true)
  expect(accepts({ type: 'ordering', order: ['pull', 'create'] })).toBe(true)
  expect(accepts({ type: 'matching', pairs: { a: 'x', b: '' } })).toBe(true)
  expect(accepts({ type: 'fill', blanks: { image: 'alpine' } })).toBe(true)
  expect(accepts({ type: 'command', text: 'docker ps' })).toBe(true)
  expect(accepts({ type: 'predict', text: '', rows: ['row-1'] })).toBe(true)
  expect(accepts({ type: 'dockerfile', text: 'FROM alpine\n' })).toBe(true)
})

it('refuses other shapes, other types and oversized answers', () => {
  expect(accepts({ type: 'single', choice: 'x'.repeat(61) })).toBe(false)
  expect(accepts({ type: 'single', choice: 'a', correct: true })).toBe(false)
  expect(accepts({ type: 'multiple', choices: Array.from({ length: 9 }, () => 'a') })).toBe(false)
  expect(accepts({ type: 'true-false', choice: 'false' })).toBe(false)
  expect(accepts({ type: 'numeric', text: 137 })).toBe(false)
  expect(accepts({ type: 'numeric', text: '1'.repeat(101) })).toBe(false)
  expect(accepts({ type: 'text', text: 'x'.repeat(301) })).toBe(false)
  expect(accepts({ type: 'matching', pairs: { a: 1 } })).toBe(false)
  const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`b${index}`, 'x']))
  expect(accepts({ type: 'fill', blanks: eleven })).toBe(false)
  expect(accepts({ type: 'command', text: 'x'.repeat(501) })).toBe(false)
  expect(accepts({ type: 'predict', text: '' })).toBe(false)
  expect(accepts({ type: 'dockerfile', text: 'x'.repeat(8001) })).toBe(false)
  expect(accepts({ type: 'essay', text: '' })).toBe(false)
  expect(accepts(null)).toBe(false)
})
