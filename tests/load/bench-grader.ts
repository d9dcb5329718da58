import path from 'node:path'
import { exerciseNamed } from '@/cli/exercises'
import { loadHub } from '@/course/hub/load-hub'
import { nodeFiles } from '@/course/source/node-files'
import type { Submission } from '@/grader/grade'
import type { Verdict } from '@/grader/verdict'
import { createGradingPool, type GradingPool } from '@/server/jobs/grading-pool'
import { studentSession } from './sessions'

const LIMIT_MS = 60_000
/** Sessions graded before the first that is measured: compiled code goes on getting faster until about then. */
const WARM_UP = 300

const hub = loadHub(nodeFiles('content'))
const exercise = exerciseNamed('exit-137')
const workerFile = path.resolve('.build/grade-worker.mjs')

function submissionOf(student: number, lines: number): Submission {
  return { transcripts: [studentSession(hub, student, lines)], files: {}, drawSeed: student }
}

function poolOf(size: number): GradingPool {
  return createGradingPool({ workerFile, workerData: { hub }, size, limitMs: LIMIT_MS })
}

async function grade(pool: GradingPool, submission: Submission): Promise<Verdict> {
  const outcome = await pool.run({ kind: 'grade', exercise, submission })
  if (outcome.kind !== 'verdict') throw new Error(`not graded: ${outcome.kind}`)
  return outcome.verdict
}

async function explain(pool: GradingPool, submission: Submission, verdict: Verdict): Promise<void> {
  const outcome = await pool.run({ kind: 'explain', exercise, submission, verdict })
  if (outcome.kind !== 'explanation') throw new Error(`not explained: ${outcome.kind}`)
}

/** Milliseconds that passed, and those in which a processor worked for this process: other programs do not lengthen these. */
interface Taken {
  readonly passed: number
  readonly worked: number
}

async function timed(run: () => Promise<unknown>): Promise<Taken> {
  const [began, cpu] = [performance.now(), process.cpuUsage()]
  await run()
  const used = process.cpuUsage(cpu)
  return { passed: performance.now() - began, worked: (used.user + used.system) / 1000 }
}

function percentile(values: readonly number[], share: number): string {
  const sorted = values.toSorted((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN).toFixed(1)
}

function report(name: string, times: readonly Taken[], target: string): void {
  const line = (pick: (taken: Taken) => number) =>
    `p50 ${percentile(times.map(pick), 0.5)} ms, p95 ${percentile(times.map(pick), 0.95)} ms`
  console.log(
    `${name}: ${line(({ passed }) => passed)}; of processor time ${line(({ worked }) => worked)} (target ${target})`,
  )
}

/** A session of 200 lines, in a worker that has graded before. */
async function benchTranscripts(): Promise<void> {
  const pool = poolOf(1)
  const submissions = Array.from({ length: 20 }, (_, student) => submissionOf(student, 200))
  for (let count = 0; count < WARM_UP; count += 1) await gradeNth(pool, submissions, count)
  const times: Taken[] = []
  for (let count = 0; count < 200; count += 1) times.push(await timed(() => gradeNth(pool, submissions, count)))
  report('200 lines graded', times, 'p50 10 ms, p95 50 ms')
  await pool.close()
}

async function gradeNth(pool: GradingPool, submissions: readonly Submission[], count: number): Promise<void> {
  const submission = submissions[count % submissions.length]
  if (submission !== undefined) await grade(pool, submission)
}

/** Sessions that miss something: the search for a repair and for a misconception. */
async function benchExplanations(): Promise<void> {
  const pool = poolOf(1)
  const times: Taken[] = []
  for (let student = 0; student < 30; student += 1) {
    const whole = studentSession(hub, student, 80)
    const missed = [/^.*docker kill .*\n.*\n/m, /^.*curl .*\n(?:(?!.*\$ ).*\n)*/m, / -p \d+:80/][student % 3] ?? /$/
    const submission = { transcripts: [whole.replace(missed, '')], files: {}, drawSeed: student }
    const verdict = await grade(pool, submission)
    times.push(await timed(() => explain(pool, submission, verdict)))
  }
  report('explained', times, 'p50 1000 ms')
  await pool.close()
}

/** A whole class again, on two workers. */
async function benchRegrade(): Promise<void> {
  const pool = poolOf(2)
  const submissions = Array.from({ length: 200 }, (_, student) => submissionOf(student, 60))
  const { passed, worked } = await timed(() =>
    Promise.all(Array.from({ length: 2_000 }, (_, count) => gradeNth(pool, submissions, count))),
  )
  console.log(
    `2000 submissions regraded: ${(passed / 1000).toFixed(1)} s, ${(worked / 1000).toFixed(1)} s of processor time (target 20 s on two processors)`,
  )
  await pool.close()
}

await benchTranscripts()
await benchExplanations()
await benchRegrade()
