import { Worker } from 'node:worker_threads'
import type { GraderData } from '@/grader/check'
import type { GradingJob, GradingOutcome, GradingReply } from './grading-job'

/** Heap of one worker: a paste that needs more is stopped like one that needs too long. */
const WORKER_HEAP_MB = 256

export interface GradingPool {
  /** How many workers there are at most. */
  readonly size: number
  /**
   * Runs a job when a worker is free, scores before all else; where there are several workers, one is kept for scores.
   * The time limit counts from the moment it runs.
   */
  readonly run: (job: GradingJob) => Promise<GradingOutcome>
  /** Stops all workers; jobs that were running or waiting end as `closed`. */
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

/**
 * A few worker threads, so that the web server answers while something is graded. A worker that exceeds the limit is
 * killed with its thread: no code in it has to cooperate.
 */
export function createGradingPool(options: GradingPoolOptions): GradingPool {
  const waiting: Task[] = []
  const idle = new Set<Worker>()
  const busy = new Map<Worker, { readonly task: Task; readonly timer: NodeJS.Timeout }>()
  let closed = false

  function dispatch(): void {
    for (let task = takeNext(); task !== undefined; task = takeNext()) {
      runOn(takeIdle() ?? start(), task)
    }
  }

  /** The next job that may run now. An explanation takes up to a second: a score must not wait behind it. */
  function takeNext(): Task | undefined {
    if (busy.size >= options.size) {
      return undefined
    }
    const urgent = waiting.findIndex((task) => isScore(task))
    const others = [...busy.values()].filter(({ task }) => !isScore(task)).length
    const mayRunOther = others < Math.max(1, options.size - 1)
    return urgent < 0 && !mayRunOther ? undefined : waiting.splice(Math.max(urgent, 0), 1)[0]
  }

  function takeIdle(): Worker | undefined {
    const [worker] = idle
    if (worker !== undefined) {
      idle.delete(worker)
      worker.ref()
    }
    return worker
  }

  function start(): Worker {
    const { workerFile, workerData } = options
    const worker = new Worker(workerFile, {
      workerData,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
    })
    worker.on('message', (reply: GradingReply) => {
      idle.add(worker)
      worker.unref()
      finish(worker, reply)
    })
    worker.on('error', (error) => drop(worker, outcomeOf(error)))
    worker.on('exit', () => drop(worker, { kind: 'timeout' }))
    return worker
  }

  function runOn(worker: Worker, task: Task): void {
    const timer = setTimeout(() => drop(worker, { kind: 'timeout' }), options.limitMs)
    busy.set(worker, { task, timer })
    worker.postMessage(task.job)
  }

  /** Ends the worker; it may have ended already. */
  function drop(worker: Worker, outcome: GradingOutcome): void {
    idle.delete(worker)
    void worker.terminate()
    finish(worker, outcome)
  }

  function finish(worker: Worker, outcome: GradingOutcome): void {
    const running = busy.get(worker)
    if (running === undefined) {
      return
    }
    clearTimeout(running.timer)
    busy.delete(worker)
    running.task.settle(outcome)
    dispatch()
  }

  return {
    size: options.size,
    run: (job) =>
      new Promise((settle) => {
        if (closed) {
          settle({ kind: 'closed' })
          return
        }
        waiting.push({ job, settle })
        dispatch()
      }),
    close: async () => {
      closed = true
      for (const task of waiting.splice(0)) {
        task.settle({ kind: 'closed' })
      }
      const workers = [...idle, ...busy.keys()]
      for (const worker of workers) {
        drop(worker, { kind: 'closed' })
      }
      await Promise.all(workers.map((worker) => worker.terminate()))
    },
  }
}

function isScore({ job }: Task): boolean {
  return job.kind === 'grade'
}

/** Out of memory is a limit like time; anything else is a bug in the worker. */
function outcomeOf(error: Error): GradingOutcome {
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? { kind: 'timeout' }
    : { kind: 'crashed', trace: error.stack ?? error.message }
}
