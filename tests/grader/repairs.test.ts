import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import { loadExercise } from '@/course/exercise/load-exercises'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { explainVerdict } from '@/grader/explain/explain'
import { gradeSubmission } from '@/grader/grade'
import { sessionAt } from './students'

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

describe('[E2] the nearest repair', () => {
  const exercise = exerciseNamed('exit-137')
  const repairsOf = (script: readonly string[]) => {
    const submission = { transcripts: [sessionAt(exercise, script, 7)], files: {}, drawSeed: null }
    const verdict = gradeSubmission(exercise, submission, data)
    return explainVerdict(exercise, submission, verdict, data).repairs.map(({ before, after, scoreAfter }) => ({
      before,
      after,
      scoreAfter,
    }))
  }
  const rest = ['docker start web', 'docker kill web', 'docker ps -a']

  it('is the command with the option that was left out', () => {
    const script = [
      'docker run -d --name web -p 8080:80 nginx',
      'curl -s localhost:8080',
      'docker stop web',
      'docker ps',
      ...rest,
    ]
    expect(repairsOf(script)).toEqual([{ before: 'docker ps', after: 'docker ps -a', scoreAfter: 10 }])
  })

  it('lets keys and copied ids mean what they meant on the student’s machine', () => {
    const first = 'docker run -d -p 8080:80 nginx'
    const opened = sessionAt(exercise, [first], 7)
    const id = /^([0-9a-f]{12})[0-9a-f]{52}$/m.exec(opened)?.[1] ?? ''
    const script = [
      first,
      `docker logs -f ${id}`,
      '^C',
      'curl -s localhost:8080',
      `docker stop ${id}`,
      'docker ps',
      `docker start ${id}`,
      `docker kill ${id}`,
      'docker ps -a',
    ]
    expect(id).not.toBe('')
    expect(repairsOf(script)).toEqual([{ before: 'docker ps', after: 'docker ps -a', scoreAfter: 10 }])
  })
})
