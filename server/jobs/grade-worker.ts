import { parentPort, workerData } from 'node:worker_threads'
import type { GraderData } from '@/grader/check'
import { gradeSubmission } from '@/grader/grade'
import type { GradingJob, GradingReply } from './grading-job'

/** Entry point of a worker thread: one job in, one reply out, as often as asked. */
const data: GraderData = workerData

function reply({ exercise, submission }: GradingJob): GradingReply {
  try {
    return { ok: true, verdict: gradeSubmission(exercise, submission, data) }
  } catch (error) {
    const trace = error instanceof Error ? (error.stack ?? error.message) : String(error)
    return { ok: false, error: 'crashed', trace }
  }
}

parentPort?.on('message', (job: GradingJob) => parentPort?.postMessage(reply(job)))
