import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { dataSecrets } from '@/scripts/database/credentials'
import { Refusal } from '@/scripts/refusal'
import { env } from '@/server/env'
import { type HttpClient, openHttpClient } from '../support/http-client'
import { type ExerciseClass, type PreparedStudent, removeExerciseClass, seedExerciseClass } from './exercise-class'
import { type Latencies, latencyTable, openLatencies } from './latencies'
import { cpuSpentBy } from './web-processor'

const TIMEOUT_MS = 30_000
/** How many students send at a time, each the next session as soon as the verdict of the last is there. */
const AT_ONCE = 4
const AT_ONCE_STUDENTS = 60

export interface HandInOptions {
  readonly url: string
  readonly students: number
  /** The class hands in over this time, one student after the other. */
  readonly spreadMs: number
}

interface HandIns {
  /** From sending a session to the answer, which comes with the verdict. */
  readonly verdict: Latencies
  /** And to the page that shows it. */
  readonly shown: Latencies
}

/** Students hand in sessions of all exercises: a few at once without a pause, then a class over a minute. */
export async function loadHandIns({ url, students, spreadMs }: HandInOptions): Promise<void> {
  const created = await seedExerciseClass(students + AT_ONCE_STUDENTS, dataSecrets(env().dataFolder).nextAuthSecret)
  const client = openHttpClient(url, TIMEOUT_MS)
  const lines = created.students.map((student) => student.lines).toSorted((one, other) => one - other)
  const line = (share: number) => lines[Math.floor((lines.length - 1) * share)]
  console.log(`sessions of ${line(0)} to ${line(1)} lines, half of them longer than ${line(0.5)}`)
  try {
    const spent = cpuSpentBy(env().dataFolder)
    const [first, second] = await measureRounds(client, created, spreadMs)
    console.log(`${AT_ONCE} at once\n${latencyTable('sessions', { ...first })}`)
    console.log(`${students} students over ${spreadMs / 1_000} s\n${latencyTable('sessions', { ...second })}`)
    const seconds = spent()
    if (seconds !== null)
      console.log(
        `processor: web and grader ${Math.round((seconds * 1_000) / created.students.length)} ms a session, its explanation and page with it`,
      )
    refuseFailures([first, second])
  } finally {
    client.close()
    await removeExerciseClass(created)
  }
}

async function measureRounds(
  client: HttpClient,
  { students }: ExerciseClass,
  spreadMs: number,
): Promise<readonly [HandIns, HandIns]> {
  const first = openHandIns()
  const left = students.slice(0, AT_ONCE_STUDENTS).values()
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const student of left) await handIn(client, student, first)
    }),
  )
  const second = openHandIns()
  const others = students.slice(AT_ONCE_STUDENTS)
  await Promise.all(
    others.map(async (student, index) => {
      await sleep((spreadMs * index) / others.length)
      await handIn(client, student, second)
    }),
  )
  return [first, second]
}

function openHandIns(): HandIns {
  return { verdict: openLatencies(), shown: openLatencies() }
}

const receiptSchema = z.object({ ok: z.literal(true), value: z.object({ id: z.string(), state: z.literal('graded') }) })

/** As the page does: sends the session, and goes to the result once the answer is there. */
async function handIn(client: HttpClient, { cookie, request }: PreparedStudent, handIns: HandIns): Promise<void> {
  const sent = performance.now()
  const answer = await client
    .send({ method: 'POST', path: '/api/submissions', cookie, body: JSON.stringify(request) })
    .catch(() => null)
  const receipt = answer?.status === 200 ? receiptSchema.safeParse(JSON.parse(answer.text)) : undefined
  handIns.verdict.add(performance.now() - sent, receipt?.success === true)
  if (receipt?.success !== true) return
  const page = await client
    .send({ method: 'GET', path: `/fr/submissions/${receipt.data.value.id}`, cookie })
    .catch(() => null)
  handIns.shown.add(performance.now() - sent, page?.status === 200)
}

function refuseFailures(rounds: readonly HandIns[]): void {
  const failed = rounds
    .flatMap(({ verdict, shown }) => [verdict, shown])
    .reduce((sum, one) => sum + one.summary().failed, 0)
  if (failed > 0)
    throw new Refusal(`${failed} sessions had no verdict.`, 'The service prints its own errors where it was started.')
}
