import { expect, it } from 'vitest'
import { formatLocal, parseLocal } from './zoned-time'

it.each([
  ['2026-11-23T17:30:00.000Z', 'Europe/Paris', '2026-11-23T18:30'],
  ['2026-07-01T22:30:00.000Z', 'Europe/Paris', '2026-07-02T00:30'],
  ['2026-07-01T22:30:00.000Z', 'America/Montreal', '2026-07-01T18:30'],
])('writes %s in %s as %s and reads it back', (iso, timeZone, local) => {
  expect(formatLocal(iso, timeZone)).toBe(local)
  expect(parseLocal(local, timeZone)?.toISOString()).toBe(iso)
})

it('takes the first of two hours in autumn and the next of none in spring', () => {
  expect(parseLocal('2026-10-25T02:30', 'Europe/Paris')?.toISOString()).toBe('2026-10-25T00:30:00.000Z')
  expect(parseLocal('2026-03-29T02:30', 'Europe/Paris')?.toISOString()).toBe('2026-03-29T01:30:00.000Z')
})

it('tells no date from a wrong one', () => {
  expect([formatLocal(null, 'Europe/Paris'), parseLocal('', 'Europe/Paris')]).toEqual(['', null])
  expect(['tomorrow', '2026-13-01T10:00', "2026-01-01T10:00'"].map((text) => parseLocal(text, 'UTC'))).toEqual([
    undefined,
    undefined,
    undefined,
  ])
})
