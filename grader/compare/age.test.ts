import { describe, expect, it } from 'vitest'
import { parseAge } from './age'

const minute = 60_000
const hour = 60 * minute

describe('ages', () => {
  it.each([
    ['Less than a second', 0, 1_000],
    ['1 second ago', 1_000, 2_000],
    ['59 seconds', 59_000, 60_000],
    ['About a minute', minute, 2 * minute],
    ['59 minutes ago', 59 * minute, 60 * minute],
    ['About an hour', hour, 1.5 * hour],
    ['2 hours ago', 1.5 * hour, 2.5 * hour],
    ['2 days', 47.5 * hour, 71.5 * hour],
    ['4 weeks ago', 671.5 * hour, 839.5 * hour],
    ['2 years', 17_520 * hour, 26_280 * hour],
  ])('[J2] %s', (text, least, most) => {
    expect(parseAge(text)).toEqual({ least, most })
  })

  it.each(['', 'ago', 'yesterday', '3 fortnights', '9999999 seconds', 'Up 3 seconds'])('[J2] %j is no age', (text) => {
    expect(parseAge(text)).toBeNull()
  })
})
