import { expect, it } from 'vitest'
import { personalRules, type StoredAccommodation } from './assignment-rules'

const day = (date: number) => new Date(Date.UTC(2026, 10, date))
const COMMON = { opensAt: day(1), dueAt: day(10), closesAt: day(12), attemptsMax: 1 }
const NOTHING: StoredAccommodation = {
  assignmentId: null,
  timeFactor: 1,
  extraMinutes: 0,
  opensAt: null,
  dueAt: null,
  closesAt: null,
  attemptsMax: null,
}

it('are the common ones for somebody without accommodations, or with one for another assignment', () => {
  const expected = { ...COMMON, timeFactor: 1, extraMinutes: 0 }
  expect(personalRules('a', COMMON, [])).toEqual(expected)
  expect(personalRules('a', COMMON, [{ ...NOTHING, assignmentId: 'b', timeFactor: 2, dueAt: day(20) }])).toEqual(
    expected,
  )
})

it('take each date from the nearest that says it, and the time from the nearest accommodation', () => {
  const general = { ...NOTHING, timeFactor: 1.5, dueAt: day(14), closesAt: day(15) }
  const own = { ...NOTHING, assignmentId: 'a', extraMinutes: 10, closesAt: day(20), attemptsMax: 3 }
  expect(personalRules('a', COMMON, [general, own])).toEqual({
    opensAt: day(1),
    dueAt: day(14),
    closesAt: day(20),
    attemptsMax: 3,
    timeFactor: 1,
    extraMinutes: 10,
  })
  expect(personalRules('a', COMMON, [general])).toEqual({
    opensAt: day(1),
    dueAt: day(14),
    closesAt: day(15),
    attemptsMax: 1,
    timeFactor: 1.5,
    extraMinutes: 0,
  })
})
