import { expect, it } from 'vitest'
import { createCountdown, formatRemaining } from './attempt-clock'

const at = (seconds: number) => new Date(Date.UTC(2026, 10, 23, 10, 0, seconds)).toISOString()

it('counts down by the server’s clock, from when it was told', () => {
  let elapsed = 5_000
  const countdown = createCountdown({ endsAt: at(60), serverTime: at(0) }, () => elapsed)
  expect(countdown.remainingMs()).toBe(60_000)
  elapsed += 20_000
  expect(countdown.remainingMs()).toBe(40_000)
  countdown.tell({ endsAt: at(120), serverTime: at(21) })
  expect([countdown.remainingMs(), countdown.endsAt()]).toEqual([99_000, at(120)])
  elapsed += 200_000
  expect(countdown.remainingMs()).toBe(0)
})

it('leaves aside what the server said before', () => {
  const countdown = createCountdown({ endsAt: at(120), serverTime: at(30) }, () => 0)
  countdown.tell({ endsAt: at(60), serverTime: at(29) })
  expect(countdown.endsAt()).toBe(at(120))
})

it('has no end where the attempt has none', () => {
  expect(createCountdown({ endsAt: null, serverTime: at(0) }, () => 0).remainingMs()).toBeNull()
})

it.each([
  [3_909_000, '1:05:09'],
  [3_600_000, '1:00:00'],
  [309_000, '5:09'],
  [8_001, '0:09'],
  [1, '0:01'],
  [0, '0:00'],
])('writes %d ms as %s', (ms, text) => {
  expect(formatRemaining(ms)).toBe(text)
})
