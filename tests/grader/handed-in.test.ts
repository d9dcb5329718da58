import { expect, test } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import { gradeSubmission } from '@/grader/grade'
import { data, sessionOf } from './sessions'

const exercise = exerciseNamed('entrypoint-cmd')
const DOCKERFILE = 'FROM alpine\nENTRYPOINT ["echo", "hello"]\nCMD ["world"]\n'
const WRITTEN = `printf '${DOCKERFILE.replaceAll('\n', '\\n')}' > Dockerfile`

/** What is reached by a session in which the Dockerfile was written by an editor, of which the paste shows nothing. */
function lost(lines: readonly string[], files: Readonly<Record<string, string>>): readonly string[] {
  const rows = sessionOf(lines).split('\n')
  const text = rows.filter((row) => !row.includes('> Dockerfile')).join('\n')
  const submission = { transcripts: [text], files, answers: { 'shell-form': 'ignored', 'entrypoint-cmd': 'discarded' } }
  const { goals } = gradeSubmission(exercise, { ...submission, drawSeed: null }, data)
  return goals.filter((goal) => !goal.met).map((goal) => goal.id)
}

const RUNS = [
  'docker run --rm greeter',
  'docker run --rm greeter Zoe',
  'docker inspect greeter',
  'docker run --rm --entrypoint uname greeter',
]
const BUILT_INSIDE = ['mkdir greet', 'cd greet', WRITTEN, 'docker build -t greeter .', ...RUNS]
const BUILT_OUTSIDE = ['mkdir greet', `cd greet && ${WRITTEN}; cd ..`, 'docker build -t greeter ./greet', ...RUNS]

test('[J7] what was handed in lies in the folder that is built', () => {
  expect(lost(BUILT_INSIDE, { Dockerfile: DOCKERFILE })).toEqual([])
  expect(lost(BUILT_OUTSIDE, { Dockerfile: DOCKERFILE })).toEqual([])
})

test('without the file a build proves nothing', () => {
  expect(lost(BUILT_INSIDE, {})).toEqual(['built', 'default', 'argument', 'settings', 'overridden'])
})

test('[S10] a container that does what its image says shows no settings', () => {
  const lines = BUILT_INSIDE.filter((line) => line !== 'docker inspect greeter')
  expect(lost(lines, { Dockerfile: DOCKERFILE })).toEqual(['settings'])
})
