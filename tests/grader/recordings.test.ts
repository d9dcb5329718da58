import { readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { checkTranscripts } from '@/grader/check'
import type { StepVerdictKind } from '@/grader/verdict'
import { data, recordingNamed } from './sessions'

const names = readdirSync(path.join(import.meta.dirname, '../conformance/recordings'))
  .filter((file) => /^\d.*\.txt$/.test(file))
  .map((file) => file.replace(/\.txt$/, ''))

const checked = names.map((name) => ({ name, result: checkTranscripts([recordingNamed(name)], data) }))

test('[J1] no recording of a real engine is called inconsistent', () => {
  const accused = checked.flatMap(({ name, result }) =>
    result.steps
      .filter((step) => step.verdict === 'inconsistent')
      .map((step) => `${name}:${step.line} ${step.command}`),
  )
  expect(names.length).toBeGreaterThanOrEqual(171)
  expect(accused).toEqual([])
})

test('[J2] nearly all docker commands of the recordings are predicted, hardly any stays unexplained', () => {
  const steps = checked.flatMap(({ result }) => result.steps)
  const docker = steps.filter((step) => step.context === 'host' && step.command.includes('docker'))
  const count = (kind: StepVerdictKind) => docker.filter((step) => step.verdict === kind).length
  const understood = (count('consistent') + count('failed')) / docker.length
  const unexplained = steps.filter((step) => step.verdict === 'unexplained').length / steps.length
  console.log(
    `docker commands of the recordings: ${count('consistent')} consistent, ${count('failed')} failed, ${count('unverifiable')} unverifiable, ${count('unexplained')} unexplained of ${docker.length}`,
  )
  expect(understood).toBeGreaterThanOrEqual(0.9)
  expect(unexplained).toBeLessThanOrEqual(0.02)
})

test('[J11] the same transcript gives the same bytes', () => {
  for (const { name, result } of checked.filter((_, index) => index % 12 === 0))
    expect(JSON.stringify(checkTranscripts([recordingNamed(name)], data))).toBe(JSON.stringify(result))
})
