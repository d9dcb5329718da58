import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { getHub } from '../course'
import { env } from '../env'
import { createGradingPool, type GradingPool } from './grading-pool'

/** After this a submission is "not graded, try again". */
const LIMIT_MS = 10_000
/** Two at least, also on one processor: one explains while the other scores. */
const WORKERS_MIN = 2
const WORKERS_MAX = 4

/** Next.js loads this module once for each kind of bundle; the workers belong to the process. */
const shared: typeof globalThis & { quaiGradingPool?: GradingPool } = globalThis

/** The process's one pool, started when first needed. */
export function gradingPool(): GradingPool {
  shared.quaiGradingPool ??= createGradingPool({
    workerFile: join(env().toolsFolder, 'grade-worker.mjs'),
    size: Math.max(WORKERS_MIN, Math.min(WORKERS_MAX, availableParallelism() - 1)),
    workerData: { hub: getHub() },
    limitMs: LIMIT_MS,
  })
  return shared.quaiGradingPool
}
