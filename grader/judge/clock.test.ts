import { describe, expect, it } from 'vitest'
import { addInstant, constrain, startClock } from './clock'

const first = addInstant(startClock, 0, 0)
const second = addInstant(first.clock, first.instant, 500)

describe('the clock of a paste', () => {
  it('[J1] gives the earliest solution', () => {
    expect(second.clock.earliest).toEqual([0, 0, 500])
    expect(constrain(second.clock, first.instant, second.instant, 60_000, 120_000)?.earliest).toEqual([0, 0, 60_000])
  })

  it('[J1] moves an event later when its age at a late moment is small', () => {
    const late = constrain(second.clock, 0, second.instant, 3_600_000, Number.POSITIVE_INFINITY)
    expect(late && constrain(late, first.instant, second.instant, 0, 2_000)?.earliest).toEqual([
      0, 3_598_000, 3_600_000,
    ])
  })

  it('[J1] refuses an age that runs backwards', () => {
    const third = addInstant(second.clock, second.instant, 0)
    const old = constrain(third.clock, first.instant, second.instant, 300_000, 360_000)
    expect(old && constrain(old, first.instant, third.instant, 120_000, 180_000)).toBeNull()
  })

  it('[J1] does not move the moment before the first command', () => {
    expect(constrain(second.clock, second.instant, 0, 0, Number.POSITIVE_INFINITY)).toBeNull()
  })
})
