import { expect, it } from 'vitest'
import { attemptEnd } from './attempt-end'

const at = (time: string) => new Date(`2026-11-23T${time}:00Z`)
const RULES = { opensAt: null, dueAt: null, closesAt: at('12:00'), attemptsMax: 1, timeFactor: 1, extraMinutes: 0 }

it('is the time limit or the closing date, whichever comes first', () => {
  expect(attemptEnd(at('10:00'), 60, RULES)).toEqual(at('11:00'))
  expect(attemptEnd(at('11:30'), 60, RULES)).toEqual(at('12:00'))
  expect(attemptEnd(at('11:30'), null, RULES)).toEqual(at('12:00'))
  expect(attemptEnd(at('11:30'), 60, { ...RULES, closesAt: null })).toEqual(at('12:30'))
  expect(attemptEnd(at('11:30'), null, { ...RULES, closesAt: null })).toBeNull()
})

it('moves with extra time, also where it was the closing date', () => {
  const more = { ...RULES, timeFactor: 1.5, extraMinutes: 5 }
  expect(attemptEnd(at('10:00'), 60, more)).toEqual(at('11:35'))
  expect(attemptEnd(at('11:30'), 60, more)).toEqual(at('12:35'))
  expect(attemptEnd(at('11:30'), null, more)).toEqual(at('12:05'))
})
