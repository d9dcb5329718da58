import { Worker } from 'node:worker_threads'
import type { GraderData } from '@/grader/check'
import type { GradingJob, GradingOutcome, GradingReply } from './grading-job'

/** Heap of one worker: a paste that needs more is stopped like one that needs too long. */
const WORKER_HEAP_MB = 256

export interface GradingPool {
  /** Runs a job when a worker is free. The time limit counts from the moment the worker has it. */
  readonly run: (job: GradingJob) => Promise<GradingOutcome>
  /** Stops all workers; jobs that were running or waiting end as `timeout`. */
  readonly close: () => Promise<void>
}

export interface GradingPoolOptions {
  /** The bundled worker, a JavaScript file. */
  readonly workerFile: string
  /** What every worker gets once, at its start. */
  readonly workerData: GraderData
  readonly size: number
  readonly limitMs: number
}

interface Task {
  readonly job: GradingJob
  readonly settle: (outcome: GradingOutcome) => void
}

const TIMEOUT: GradingOutcome = { ok: false, error: 'timeout' }

/**
 * A few worker threads, so that the web server answers while something is graded. A worker that exceeds the limit is
 * killed with its thread: no code in it has to cooperate.
 */
export function createGradingPool(options: GradingPoolOptions): GradingPool {
  const waiting: Task[] = []
  const idle: Worker[] = []
  const busy = new Map<Worker, Task>()
  let closed = false

  function dispatch(): void {
    while (waiting.length > 0 && busy.size < options.size) {
      const task = waiting.shift()
      if (task !== undefined) {
        runOn(idle.pop() ?? startWorker(options), task)
      }
    }
  }

  function runOn(worker: Worker, task: Task): void {
    busy.set(worker, task)
    worker.ref()
    const finish = (outcome: GradingOutcome, reusable: boolean) => {
      clearTimeout(timer)
      forget(worker)
      busy.delete(worker)
      if (reusable && !closed) {
        worker.unref()
        idle.push(worker)
      } else {
        void worker.terminate()
      }
      task.settle(outcome)
      dispatch()
    }
    const timer = setTimeout(() => finish(TIMEOUT, false), options.limitMs)
    worker.once('message', (reply: GradingReply) => finish(reply, true))
    worker.once('error', (error) => finish(crashed(error), false))
    worker.once('exit', () => finish(TIMEOUT, false))
    worker.postMessage(task.job)
  }

  return {
    run: (job) =>
      new Promise((settle) => {
        if (closed) {
          settle(TIMEOUT)
          return
        }
        waiting.push({ job, settle })
        dispatch()
      }),
    close: async () => {
      closed = true
      const tasks = [...waiting.splice(0), ...busy.values()]
      const workers = [...idle.splice(0), ...busy.keys()]
      busy.clear()
      for (const worker of workers) {
        forget(worker)
      }
      await Promise.all(workers.map((worker) => worker.terminate()))
      for (const task of tasks) {
        task.settle(TIMEOUT)
      }
    },
  }
}

function startWorker({ workerFile, workerData }: GradingPoolOptions): Worker {
  return new Worker(workerFile, { workerData, resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB } })
}

/** By name: `removeAllListeners()` would also take the listeners by which Node itself receives the worker's messages. */
function forget(worker: Worker): void {
  for (const event of ['message', 'error', 'exit']) {
    worker.removeAllListeners(event)
  }
}

/** Out of memory is a limit like time; anything else is a bug in the worker. */
function crashed(error: Error): GradingOutcome {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? TIMEOUT
    : { ok: false, error: 'crashed', trace: error.stack ?? error.message }
}
