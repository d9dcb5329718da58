import { parentPort, workerData } from 'node:worker_threads'
import { assertNever } from '@/engine/assert-never'
import type { GraderData } from '@/grader/check'
import { explainVerdict } from '@/grader/explain/explain'
import { stateAround } from '@/grader/explain/state-around'
import { gradeSubmission } from '@/grader/grade'
import { rehearsed } from '@/grader/rehearsal/check-exercise'
import { rehearsedSubmission } from '@/grader/rehearsal/hand-in'
import type { GradingJob, GradingReply } from './grading-job'

/** Entry point of a worker thread: one job in, one reply out, as often as asked. */
const data: GraderData = workerData

function work(job: GradingJob): GradingReply {
  switch (job.kind) {
    case 'grade':
      return { kind: 'verdict', verdict: gradeSubmission(job.exercise, job.submission, data) }
    case 'explain':
      return { kind: 'explanation', explanation: explainVerdict(job.exercise, job.submission, job.verdict, data) }
    case 'state':
      return { kind: 'state', state: stateAround(job.exercise, job.submission, job, data) }
    case 'rehearse': {
      const submission = rehearsedSubmission(rehearsed(job.exercise, data), {
        script: job.exercise.reference,
      })
      return { kind: 'rehearsal', submission }
    }
    default:
      return assertNever(job)
  }
}

function reply(job: GradingJob): GradingReply {
  try {
    return work(job)
  } catch (error) {
    return { kind: 'crashed', trace: error instanceof Error ? (error.stack ?? error.message) : String(error) }
  }
}

parentPort?.on('message', (job: GradingJob) => parentPort?.postMessage(reply(job)))
