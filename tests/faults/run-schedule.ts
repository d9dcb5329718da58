import { setTimeout as sleep } from 'node:timers/promises'
import { databaseTime } from '@/server/database-time'
import { db } from '@/server/db'
import { compareWithDatabase, openAcknowledged } from '../support/acknowledged'
import type { HttpClient } from '../support/http-client'
import { submitRequest } from '../support/quiz-requests'
import { askedQuestions } from '../support/some-answer'
import { type FaultyBrowser, insist, openFaultyBrowser } from './browser'
import type { FaultClass, FaultStudent } from './fault-class'
import { gradeFaults, lateSaves, refusedButStored } from './invariants'
import type { Schedule, Step } from './schedule'
import type { FaultyService } from './service'

/** The server hands in what was left every few seconds. */
const SWEEP_TRIES = 600
const SWEEP_RETRY_MS = 100

export interface FaultRun {
  readonly service: FaultyService
  readonly client: HttpClient
  readonly created: FaultClass
  readonly action: string
}

/** Carries a schedule out with a student of its own and names every promise that was broken; none is the right result. */
export async function runSchedule(run: FaultRun, schedule: Schedule): Promise<readonly string[]> {
  const student = await run.created.enrol()
  const acknowledged = openAcknowledged()
  const browser = openFaultyBrowser({
    client: run.client,
    cookies: student.cookies,
    assignmentId: student.assignmentId,
    action: run.action,
    acknowledged,
  })
  const begun = await browser.start(schedule.starts)
  const [attemptId = ''] = begun
  const { questions } = await patiently(() =>
    db().attempt.findUniqueOrThrow({ where: { id: attemptId }, select: { questions: true } }),
  )
  browser.open(attemptId, askedQuestions(questions))
  const moments: Date[] = []
  for (const group of schedule.groups) {
    await Promise.all(group.map((step) => runStep(run, browser, attemptId, step, moments)))
  }
  await browser.settle()
  await end(run, student, attemptId, schedule)
  return patiently(async () => {
    const { missing, doubled } = await compareWithDatabase(
      run.service.databaseUrl,
      [student.assignmentId],
      acknowledged,
    )
    return [
      ...missing.map((place) => `acknowledged and lost: ${place}`),
      ...doubled.map((place) => `doubled: ${place}`),
      ...(begun.size === 1 ? [] : [`${begun.size} attempts were begun`]),
      ...(await refusedButStored(attemptId, browser.refused())),
      ...(await lateSaves(attemptId, moments[0] ?? null)),
      ...(await gradeFaults(attemptId)),
    ]
  })
}

async function runStep(
  run: FaultRun,
  browser: FaultyBrowser,
  attemptId: string,
  step: Step,
  moments: Date[],
): Promise<void> {
  await sleep(step.afterMs)
  switch (step.kind) {
    case 'save':
      return browser.save(step.tab, step.question, step.delivery, step.session)
    case 'submit':
      return browser.submit(step.delivery)
    case 'kill':
      return run.service.kill(step.victim)
    case 'end':
      moments.push(await patiently(() => putEnd(attemptId, step.inMs, step.graceSeconds)))
      return
  }
}

/** Moves the end and tells when, on the database's clock; what was handed in already keeps its end. */
async function putEnd(attemptId: string, inMs: number, graceSeconds: number): Promise<Date> {
  await db().$executeRaw`
    UPDATE "assignment" SET "grace_seconds" = ${graceSeconds}::int
    WHERE "id" = (SELECT "assignment_id" FROM "attempt" WHERE "id" = ${attemptId}::uuid)`
  await db().$executeRaw`
    UPDATE "attempt" SET "ends_at" = clock_timestamp() + make_interval(secs => ${inMs / 1_000}::float8)
    WHERE "id" = ${attemptId}::uuid AND "submitted_at" IS NULL`
  return databaseTime(db())
}

async function end(run: FaultRun, student: FaultStudent, attemptId: string, { ending }: Schedule): Promise<void> {
  if (ending === 'submit') {
    await insist(run.client, submitRequest(student.cookies.good, attemptId), ({ status }) => status === 200)
    return
  }
  for (let tries = 0; tries < SWEEP_TRIES; tries += 1) {
    const open = await patiently(() => db().attempt.count({ where: { id: attemptId, submittedAt: null } }))
    if (open === 0) return
    await sleep(SWEEP_RETRY_MS)
  }
  throw new Error('the server never handed in what its owner had left')
}

/** The looking on goes through the same database, which another schedule may just have killed. */
async function patiently<Value>(work: () => Promise<Value>): Promise<Value> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await work()
    } catch (thrown) {
      if (tries === SWEEP_TRIES) throw thrown
      await sleep(SWEEP_RETRY_MS)
    }
  }
}
