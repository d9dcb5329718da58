import { db } from '@/server/db'
import { openHttpClient } from '../support/http-client'
import { findStartAction } from '../support/quiz-requests'
import { createFaultClass } from './fault-class'
import { type FaultRun, runSchedule } from './run-schedule'
import { isKilling, scheduleOf } from './schedule'
import { type FaultyService, startFaultyService } from './service'

/** On a busy machine a request may wait for a while behind those of everybody else. */
const TIMEOUT_MS = 60_000
/** How many schedules are under way at once: most of their time is waiting. A kill meets all of them. */
const WIDTH = 16

export interface FaultReport {
  readonly schedules: number
  readonly kills: number
  /** Broken promises by seed. */
  readonly broken: readonly { readonly seed: number; readonly promises: readonly string[] }[]
}

/**
 * Runs `count` schedules from a seed on, on one service, and tells what broke.
 * @param progress called after each schedule.
 */
export async function runFaults(
  root: string,
  seed: number,
  count: number,
  progress: (done: number) => void = () => undefined,
): Promise<FaultReport> {
  const service = await startFaultyService(root)
  try {
    return await runAll(service, seed, count, progress)
  } finally {
    await db().$disconnect()
    await service.stop()
  }
}

async function runAll(
  service: FaultyService,
  seed: number,
  count: number,
  progress: (done: number) => void,
): Promise<FaultReport> {
  process.env.DATABASE_URL = service.databaseUrl
  const client = openHttpClient(service.url, TIMEOUT_MS)
  const created = await createFaultClass(service.secret)
  const { assignmentId, cookies } = await created.enrol()
  const run: FaultRun = {
    service,
    client,
    created,
    action: await findStartAction(client, cookies.good, assignmentId),
  }
  const seeds = Array.from({ length: count }, (_, index) => seed + index)
  const broken: { seed: number; promises: readonly string[] }[] = []
  const left = seeds.values()
  let done = 0
  const worker = async () => {
    for (const one of left) {
      const promises = await runSchedule(run, scheduleOf(one)).catch((thrown: unknown) => [String(thrown)])
      if (promises.length > 0) broken.push({ seed: one, promises })
      done += 1
      progress(done)
    }
  }
  await Promise.all(Array.from({ length: WIDTH }, worker))
  client.close()
  return { schedules: count, kills: seeds.filter(isKilling).length, broken }
}
