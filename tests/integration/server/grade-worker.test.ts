import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadExercise } from '@/course/exercise/load-exercises'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import { explainVerdict } from '@/grader/explain/explain'
import { gradeSubmission } from '@/grader/grade'
import { ensureTools, toolFile } from '@/scripts/build-tools.mjs'
import type { GradingInput } from '@/server/jobs/grading-job'
import { createGradingPool, type GradingPool } from '@/server/jobs/grading-pool'
import { explanationSchema, verdictSchema } from '@/server/stored/verdict-schema'

const data = { hub: loadHub(nodeFiles('content')) }
let pool: GradingPool

beforeAll(async () => {
  await ensureTools(['grade-worker'])
  pool = createGradingPool({ workerFile: toolFile('grade-worker'), workerData: data, size: 1, limitMs: 10_000 })
})
afterAll(() => pool.close())

function input(transcript: string): GradingInput {
  const { value: exercise } = loadExercise(nodeFiles('content'), 'exit-137')
  if (exercise === null) {
    throw new Error('content/ has no exercise exit-137')
  }
  return { exercise, submission: { transcripts: [transcript], files: {}, drawSeed: 7 } }
}

const NOISE = Array.from(
  { length: 20_000 },
  (_, line) => `${line} \u001b[3${line % 8}m$ docker \u0000 ${'#'.repeat(40)}`,
)

describe('the bundled worker', () => {
  it.each([
    ['a real session', readFileSync('tests/conformance/recordings/056-nginx-dynamic-port.txt', 'utf8')],
    ['an empty paste', ''],
    ['a Dockerfile', 'FROM nginx\nEXPOSE 80\nCMD ["nginx"]\n'],
    ['1 MB of noise', NOISE.join('\n').slice(0, 1_048_576)],
  ])(
    'judges and explains %s in its time, as the grader here does, and the database can read it',
    async (_what, text) => {
      const { exercise, submission } = input(text)
      const verdict = gradeSubmission(exercise, submission, data)
      expect(await pool.run({ kind: 'grade', exercise, submission })).toEqual({ kind: 'verdict', verdict })
      expect(verdictSchema.parse(JSON.parse(JSON.stringify(verdict)))).toEqual(verdict)
      const explanation = explainVerdict(exercise, submission, verdict, data)
      expect(await pool.run({ kind: 'explain', exercise, submission, verdict })).toEqual({
        kind: 'explanation',
        explanation,
      })
      expect(explanationSchema.parse(JSON.parse(JSON.stringify(explanation)))).toEqual(explanation)
    },
  )
})
