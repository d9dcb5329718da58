import { expect, it } from 'vitest'
import { assignmentPhase, isLate, viewDates } from './assignment-phase'

const at = (hour: number) => new Date(Date.UTC(2026, 8, 1, hour))
const DATES = { opensAt: at(8), dueAt: at(12), closesAt: at(18) }
const NONE = { opensAt: null, dueAt: null, closesAt: null }
const later = (date: Date) => new Date(date.getTime() + 1)

it.each([
  ['upcoming', at(7)],
  ['open', at(8)],
  ['open', at(12)],
  ['late', later(at(12))],
  ['late', at(18)],
  ['closed', later(at(18))],
])('is %s at %s', (phase, now) => {
  expect(assignmentPhase(DATES, now)).toBe(phase)
})

it('is open for ever without dates', () => {
  expect(assignmentPhase(NONE, at(0))).toBe('open')
  expect(isLate(NONE, at(0))).toBe(false)
  expect(viewDates(NONE)).toEqual(NONE)
})

it('shows its dates in UTC', () => {
  expect(viewDates(DATES)).toEqual({
    opensAt: '2026-09-01T08:00:00.000Z',
    dueAt: '2026-09-01T12:00:00.000Z',
    closesAt: '2026-09-01T18:00:00.000Z',
  })
})
