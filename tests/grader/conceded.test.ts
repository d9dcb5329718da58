import { readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import { gradeSubmission } from '@/grader/grade'
import { data } from './sessions'

const exercise = exerciseNamed('exit-137')
const recording = readFileSync(
  path.join(import.meta.dirname, '../conformance/recordings/056-nginx-dynamic-port.txt'),
  'utf8',
)
const transcripts = [recording.replace('Exited (137)', 'Exited (0)')]

function graded(conceded: readonly { readonly terminal: number; readonly line: number }[]) {
  return gradeSubmission(exercise, { transcripts, files: {}, drawSeed: null, conceded }, data)
}

test('[J18] a line that is vouched for is held against nobody, proves what it shows, and changes no other line', () => {
  const before = graded([])
  const [doubted, ...others] = before.steps.filter((step) => step.verdict === 'inconsistent')
  expect(others).toEqual([])
  if (doubted === undefined) throw new Error('nothing to object to')
  const { terminal, line } = doubted
  expect(before.score).toBeLessThan(before.max)

  const after = graded([{ terminal, line }])
  expect(after.score).toBe(after.max)
  expect(after.inconsistent).toBe(0)
  expect(after.steps).toEqual(
    before.steps.map((step) => (step === doubted ? { ...step, verdict: 'consistent', findings: [] } : step)),
  )
  expect(
    graded([
      { terminal: 1, line },
      { terminal, line: line + 1 },
    ]),
  ).toEqual(before)
})
