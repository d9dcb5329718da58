import { expect, it } from 'vitest'
import { latePercent, lateTimeline } from './late-work'

const DUE = new Date('2026-11-23T18:00:00Z')
const TIMELINE = [
  { hours: 24, percent: 80 },
  { hours: 72, percent: 50 },
]
const after = (hours: number) => latePercent(TIMELINE, DUE, new Date(DUE.getTime() + hours * 3_600_000))

it('is all until the due date itself, then what the timeline says, then nothing', () => {
  expect([-1, 0, 0.001, 24, 24.001, 72, 72.001].map(after)).toEqual([100, 100, 80, 80, 50, 50, 0])
})

it('costs nothing without a timeline or a due date', () => {
  const late = new Date(DUE.getTime() + 1_000_000_000)
  expect(latePercent([], DUE, late)).toBe(100)
  expect(latePercent(TIMELINE, null, late)).toBe(100)
})

it('takes no timeline that rises or stands still', () => {
  expect(lateTimeline.safeParse(TIMELINE).success).toBe(true)
  expect(lateTimeline.safeParse(TIMELINE.toReversed()).success).toBe(false)
  expect(lateTimeline.safeParse([TIMELINE[0], TIMELINE[0]]).success).toBe(false)
  expect(lateTimeline.safeParse([{ hours: 1, percent: 120 }]).success).toBe(false)
})
