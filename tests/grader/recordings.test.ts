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

/** A recording as a chat or a word processor gives it back: in tables, runs of blanks are one blank or a tab. */
function collapsed(text: string, gap: string): string {
  let inTable = false
  return text
    .split('\n')
    .map((line) => {
      inTable = TABLE.test(line) || (inTable && !/^student@host:|^$/.test(line))
      return inTable ? line.replace(/ {3,}/g, gap) : line
    })
    .join('\n')
}

const TABLE = /^(?:CONTAINER ID|REPOSITORY|IMAGE {2}|DRIVER|NETWORK ID|NAMES {2})/

test.each([
  ['one blank', ' '],
  ['tabs', '\t'],
])('[J19] recordings whose tables were copied with %s are judged as they are', (_name, gap) => {
  const other = checked.flatMap(({ name, result }) => {
    const text = collapsed(recordingNamed(name), gap)
    if (text === recordingNamed(name)) return []
    const verdicts = checkTranscripts([text], data).steps.map((step) => step.verdict)
    return result.steps.flatMap((step, index) =>
      step.verdict === verdicts[index]
        ? []
        : [`${name}:${step.line} ${step.verdict} ${verdicts[index]} ${step.command}`],
    )
  })
  expect(other).toEqual([])
})
