import { expect, it } from 'vitest'
import { returnPath } from './return-path'

it.each([
  ['/fr/attempts/0198-ab', '/fr/attempts/0198-ab'],
  ['/en', '/en'],
  ['/fr/chapters?page=2', '/fr/chapters'],
  [undefined, '/fr/assignments'],
  ['//evil.example/fr', '/fr/assignments'],
  ['https://evil.example', '/fr/assignments'],
  ['/fr/../..//evil.example', '/fr/assignments'],
  ['/de/assignments', '/fr/assignments'],
  [['/en', '/fr'], '/fr/assignments'],
])('after signing in, %s leads to %s', (from, expected) => {
  expect(returnPath(from, 'fr')).toBe(expected)
})
