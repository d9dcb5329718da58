import { expect, it } from 'vitest'
import { formatHumanDuration } from './human-duration'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

it.each([
  [-5000, 'Less than a second'],
  [999, 'Less than a second'],
  [1000, '1 second'],
  [1999, '1 second'],
  [59_999, '59 seconds'],
  [MINUTE, 'About a minute'],
  [2 * MINUTE - 1, 'About a minute'],
  [2 * MINUTE, '2 minutes'],
  [HOUR - 1, '59 minutes'],
  [HOUR, 'About an hour'],
  [1.5 * HOUR - 1000, 'About an hour'],
  [1.5 * HOUR, '2 hours'],
  [47.5 * HOUR - 1000, '47 hours'],
  [47.5 * HOUR, '2 days'],
  [14 * DAY - HOUR, '13 days'],
  [14 * DAY, '2 weeks'],
  [29 * DAY, '4 weeks'],
  [59 * DAY, '8 weeks'],
  [60 * DAY, '2 months'],
  [729 * DAY, '24 months'],
  [730 * DAY, '2 years'],
  [1095 * DAY, '3 years'],
])('[FMT1] %i ms reads %s', (durationMs, text) => {
  expect(formatHumanDuration(durationMs)).toBe(text)
})
