import { expect, test } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import { explainVerdict } from '@/grader/explain/explain'
import { gradeSubmission } from '@/grader/grade'
import { data, sessionOf } from './sessions'

const exercise = exerciseNamed('exit-137')
const round = [
  'docker run -d --name web -p 8080:80 nginx',
  'docker ps',
  'curl -s http://localhost:8080',
  'docker stop web',
  'docker ps -a',
  'docker start web',
  'docker exec web hostname',
  "docker inspect -f '{{.State.Status}}' web",
  'docker logs web',
  'docker stop web',
  'docker rm web',
  'docker images',
]
const submission = {
  transcripts: [sessionOf(Array.from({ length: 5 }, () => round).flat())],
  files: {},
  drawSeed: null,
}

test('[J13] sixty commands are judged, and the search for a repair ends', () => {
  const verdict = gradeSubmission(exercise, submission, data)
  expect(verdict.steps).toHaveLength(60)
  expect(verdict.score).toBeLessThan(verdict.max)
  const unmet = verdict.goals.filter(({ met }) => !met).map(({ id }) => id)
  // The search is limited in replayed steps: one that did not end would run into the limit that every test has.
  const { goals } = explainVerdict(exercise, submission, verdict, data)
  expect(goals.map(({ goal }) => goal)).toEqual(unmet)
})
