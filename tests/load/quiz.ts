import { dataSecrets } from '@/scripts/database/credentials'
import { Refusal } from '@/scripts/refusal'
import { env } from '@/server/env'
import { choicesOf } from '@/tests/support/random'
import { compareWithDatabase, openAcknowledged } from '../support/acknowledged'
import { openHttpClient } from '../support/http-client'
import { findStartAction } from '../support/quiz-requests'
import { latencyTable } from './latencies'
import { removeQuizClass, seedQuizClass } from './quiz-class'
import { openQuizLatencies, type QuizLatencies, type QuizRun, takeAtOnce, takeWithThought } from './quiz-run'
import { cpuSpentBy } from './web-processor'

const TIMEOUT_MS = 60_000
const SEED = 1

export interface QuizLoadOptions {
  readonly url: string
  readonly students: number
  /** `null`: without think time, to the end. Otherwise how long students save at their pace. */
  readonly thinkingMs: number | null
}

/** A class takes a quiz; tells how long its requests took, and whether all that was acknowledged is there. */
export async function loadQuiz(options: QuizLoadOptions): Promise<void> {
  const { dataFolder, databaseUrl } = env()
  const created = await seedQuizClass(options.students, dataSecrets(dataFolder).nextAuthSecret)
  const client = openHttpClient(options.url, TIMEOUT_MS)
  const [first] = created.students
  try {
    const run: QuizRun = {
      client,
      created,
      action: await findStartAction(client, first?.cookie ?? '', created.assignmentId),
      acknowledged: openAcknowledged(),
      latencies: openQuizLatencies(),
    }
    const spent = cpuSpentBy(dataFolder)
    const before = performance.now()
    await (options.thinkingMs === null ? takeAtOnce(run) : takeWithThought(run, options.thinkingMs, choicesOf(SEED)))
    const seconds = (performance.now() - before) / 1_000
    console.log(report(options, run.latencies, seconds, spent()))
    const { missing, doubled } = await compareWithDatabase(databaseUrl, [created.assignmentId], run.acknowledged)
    console.log(
      `${run.acknowledged.all().length} acknowledged answers: ${missing.length} missing, ${doubled.length} doubled`,
    )
    refuseFaults(run.latencies, missing.length + doubled.length)
  } finally {
    client.close()
    await removeQuizClass(created)
  }
}

function refuseFaults(latencies: QuizLatencies, wrong: number): void {
  const failed = Object.values(latencies).reduce((sum, one) => sum + one.summary().failed, 0)
  if (failed + wrong > 0) {
    throw new Refusal(
      `${failed} requests failed, ${wrong} answers are not as they were acknowledged.`,
      'The service prints its own errors where it was started.',
    )
  }
}

function report(
  { students, thinkingMs }: QuizLoadOptions,
  latencies: QuizLatencies,
  seconds: number,
  webSeconds: number | null,
): string {
  const rows = Object.entries(latencies).map(([name, one]) => ({ name, ...one.summary() }))
  const requests = rows.reduce((sum, row) => sum + row.requests, 0)
  const mean = rows.reduce((sum, row) => sum + row.mean * row.requests, 0) / Math.max(requests, 1)
  const own = process.cpuUsage()
  return [
    `${students} students ${thinkingMs === null ? 'at once, without think time' : 'with think time 5–15 s'}: ${seconds.toFixed(1)} s`,
    latencyTable('requests', { ...latencies }),
    `all: ${requests} requests, mean ${Math.round(mean)} ms, ${Math.round(requests / seconds)} a second`,
    ...(webSeconds === null
      ? []
      : [`processor: web ${((webSeconds * 1_000) / requests).toFixed(2)} ms a request (${webSeconds.toFixed(1)} s)`]),
    `processor: this generator ${((own.user + own.system) / 1e6).toFixed(1)} s`,
  ].join('\n')
}
