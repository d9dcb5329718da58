import { expect, it } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import { data, sessionOf } from '../tests/grader/sessions'
import { gradeSubmission } from './grade'
import { pointsAfterHints } from './hint-price'

const exercise = exerciseNamed('exit-137')
const transcripts = [sessionOf(['docker run -d --name web -p 8080:80 nginx', 'docker stop web', 'docker ps -a'])]
const verdict = gradeSubmission(exercise, { transcripts, files: {}, drawSeed: null }, data)

it('takes from each goal the price of its hints, and nothing from goals that were not met', () => {
  expect(verdict.goals.filter((goal) => goal.met).map((goal) => goal.id)).toEqual(['started', 'published', 'stopped'])
  expect(pointsAfterHints(exercise, verdict, [])).toBe(5)
  expect(pointsAfterHints(exercise, verdict, [{ goal: 'stopped', kind: 'concept' }])).toBe(4.8)
  const all = (['concept', 'command', 'flags'] as const).map((kind) => ({ goal: 'started', kind }))
  expect(pointsAfterHints(exercise, verdict, [...all, ...all, { goal: 'killed', kind: 'concept' }])).toBe(3.6)
  expect(pointsAfterHints(exercise, verdict, [{ goal: 'no-such-goal', kind: 'flags' }])).toBe(5)
})
