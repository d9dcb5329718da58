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

const RECIPE = 'FROM alpine\nRUN apk add --no-cache curl\nCOPY message.txt /\nCMD ["cat", "/message.txt"]\n'

test('[J7] also where the machine had steps in its cache, and another alpine', () => {
  const rows = sessionOf([
    'mkdir app && cd app',
    'echo open > message.txt',
    `printf '${RECIPE.replaceAll('\n', '\\n')}' > Dockerfile`,
    'docker build -t notice:1 .',
    'docker run notice:1',
    'docker build -t notice:1 .',
    'echo closed > message.txt',
    'docker build -t notice:2 .',
    'docker run notice:2',
  ]).split('\n')
  const text = rows
    .filter((row) => !row.includes('> Dockerfile'))
    .join('\n')
    .replace('=> [2/3] RUN', '=> CACHED [2/3] RUN')
    .replaceAll(/alpine:latest@sha256:[0-9a-f]+/g, `alpine:latest@sha256:${'4b7c'.repeat(16)}`)
  const submission = { transcripts: [text], files: { Dockerfile: RECIPE }, drawSeed: null }
  const { goals } = gradeSubmission(exerciseNamed('first-dockerfile-cache'), submission, data)
  expect(goals.filter((goal) => !goal.met).map((goal) => goal.id)).toEqual(['other-order', 'touched'])
})
