import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { loadExercise } from '@/course/exercise/load-exercises'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { explainVerdict } from '@/grader/explain/explain'
import { gradeSubmission } from '@/grader/grade'

const RECORDING = readFileSync('tests/conformance/recordings/056-nginx-dynamic-port.txt', 'utf8')
const data = { hub: loadHub(nodeFiles('content')) }

it('[E1] asks for no other command where the commands are right and an output was changed', () => {
  const { value: exercise } = loadExercise(nodeFiles('content'), 'exit-137')
  if (exercise === null) throw new Error('content/ has no exercise exit-137')
  const tampered = RECORDING.replace('Exited (137)', 'Exited (0)')
  expect(tampered).not.toBe(RECORDING)
  const submission = { transcripts: [tampered], files: {}, drawSeed: 7 }
  const verdict = gradeSubmission(exercise, submission, data)
  expect(verdict.score).toBeLessThan(verdict.max)
  expect(explainVerdict(exercise, submission, verdict, data).repairs).toEqual([])
})
