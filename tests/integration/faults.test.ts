import path from 'node:path'
import { expect, it } from 'vitest'
import { runFaults } from '../faults/run-faults'

const ROOT = path.resolve(import.meta.dirname, '../..')

// A sample: `npm run test:faults` runs a thousand. Seed 8 kills, see `isKilling`.
it('loses no acknowledged answer and begins no attempt twice, whatever fails on the way', async () => {
  expect(await runFaults(ROOT, 1, 24)).toEqual({ schedules: 24, kills: 3, broken: [] })
}, 240_000)
