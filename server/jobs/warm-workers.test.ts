import { expect, it } from 'vitest'
import { exerciseNamed } from '@/cli/exercises'
import type { GradingJob, GradingOutcome } from './grading-job'
import type { GradingPool } from './grading-pool'
import { warmWorkers } from './warm-workers'

const exercises = ['exit-137', 'hello-world-pull', 'exit-codes'].map(exerciseNamed)
const submission = { transcripts: ['$ docker ps'], files: {}, drawSeed: null }

/** A pool of two that notes its jobs; `rehearsals` says how each rehearsal ends. */
function notingPool(rehearsals: readonly GradingOutcome[]): { readonly pool: GradingPool; readonly jobs: string[] } {
  const left = rehearsals.values()
  const jobs: string[] = []
  const run = async (job: GradingJob): Promise<GradingOutcome> => {
    jobs.push(`${job.kind} ${job.exercise.slug}`)
    return job.kind === 'rehearse' ? (left.next().value ?? { kind: 'closed' }) : { kind: 'timeout' }
  }
  return { pool: { size: 2, run, close: () => Promise.resolve() }, jobs }
}

it('has each worker score the rehearsed session of one exercise after the other', async () => {
  const { pool, jobs } = notingPool([
    { kind: 'rehearsal', submission },
    { kind: 'crashed', trace: 'broken' },
    { kind: 'rehearsal', submission },
  ])
  await warmWorkers(pool, exercises)
  expect(jobs).toEqual([
    'rehearse exit-137',
    'grade exit-137',
    'grade exit-137',
    'rehearse hello-world-pull',
    'rehearse exit-codes',
    'grade exit-codes',
    'grade exit-codes',
  ])
})

it('ends with the pool', async () => {
  const { pool, jobs } = notingPool([{ kind: 'closed' }])
  await warmWorkers(pool, exercises)
  expect(jobs).toEqual(['rehearse exit-137'])
})
