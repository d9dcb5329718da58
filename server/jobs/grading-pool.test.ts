import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { fixedVerdict } from '@/tests/integration/server/fixed-grading-pool'
import type { GradingJob } from './grading-job'
import { createGradingPool, type GradingPool } from './grading-pool'

/** A worker that does what the transcript says and answers with how many jobs it has had. */
const WORKER = `
import { parentPort, workerData } from 'node:worker_threads'
let jobs = 0
parentPort.on('message', ({ kind, submission: { transcripts: [what] } }) => {
  jobs += 1
  if (what === 'loop') for (;;);
  if (what === 'throw') throw new Error('broken worker')
  if (what === 'exit') process.exit(3)
  if (what === 'rest') setTimeout(() => { throw new Error('broken while idle') }, 20)
  if (what === 'hoard') { const all = []; for (;;) all.push(new Array(100_000).fill(jobs)) }
  parentPort.postMessage({ kind: 'verdict', verdict: { what, jobs, hub: workerData.hub } })
})`

let folder: string
let pool: GradingPool | undefined

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'quai-pool-'))
  writeFileSync(join(folder, 'worker.mjs'), WORKER)
})
afterEach(() => pool?.close())
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function open(size: number, limitMs: number): GradingPool {
  const hub = { repositories: {}, search: {}, accounts: { reader: 'of the hub' } }
  pool = createGradingPool({ workerFile: join(folder, 'worker.mjs'), workerData: { hub }, size, limitMs })
  return pool
}

function job(what: string): Extract<GradingJob, { kind: 'grade' }> {
  const exercise = {
    slug: 'any',
    version: '1',
    title: { fr: '', en: '' },
    statement: { fr: '', en: '' },
    chapter: '',
    minutes: 1,
    parameters: [],
    start: { images: [], commands: [], files: {} },
    goals: [],
    files: [],
    questions: [],
    reference: '',
    referenceFiles: {},
    referenceAnswers: {},
    accepted: [],
    nearMisses: [],
  }
  return { kind: 'grade', exercise, submission: { transcripts: [what], files: {}, drawSeed: null } }
}

function verdict(what: string, jobs: number) {
  return {
    kind: 'verdict',
    verdict: { what, jobs, hub: { repositories: {}, search: {}, accounts: { reader: 'of the hub' } } },
  }
}

const TIMEOUT = { kind: 'timeout' }
const CLOSED = { kind: 'closed' }

it('gives each worker its data once and uses it again', async () => {
  const { run } = open(1, 30_000)
  expect(await run(job('first'))).toEqual(verdict('first', 1))
  expect(await run(job('second'))).toEqual(verdict('second', 2))
})

it('kills a worker at the limit and goes on with a fresh one', async () => {
  const { run } = open(1, 3_000)
  const [stuck, after] = await Promise.all([run(job('loop')), run(job('next'))])
  expect([stuck, after]).toEqual([TIMEOUT, verdict('next', 1)])
})

it('counts the limit from the start of the job, not from its place in the queue', async () => {
  const { run } = open(1, 3_000)
  const answers = await Promise.all(['loop', 'loop', 'patient'].map((what) => run(job(what))))
  expect(answers).toEqual([TIMEOUT, TIMEOUT, verdict('patient', 1)])
})

it('tells a broken worker from a slow one and survives both', async () => {
  const { run } = open(1, 30_000)
  expect(await run(job('throw'))).toEqual({
    kind: 'crashed',
    trace: expect.stringMatching(/^Error: broken worker/),
  })
  expect(await run(job('exit'))).toEqual(TIMEOUT)
  expect(await run(job('fine'))).toEqual(verdict('fine', 1))
})

it('stops a job that wants too much memory like one that wants too much time', async () => {
  const { run } = open(1, 20_000)
  expect(await run(job('hoard'))).toEqual(TIMEOUT)
  expect(await run(job('fine'))).toEqual(verdict('fine', 1))
})

it('replaces a worker that broke while it had nothing to do', async () => {
  const { run } = open(1, 30_000)
  const broken = once(process, 'worker').then(([worker]) => new Promise((resolve) => worker.once('exit', resolve)))
  expect(await run(job('rest'))).toEqual(verdict('rest', 1))
  await broken
  expect(await run(job('fine'))).toEqual(verdict('fine', 1))
})

it('runs scores before explanations', async () => {
  const { run } = open(1, 30_000)
  const order: string[] = []
  const note = async (what: string, asked: GradingJob) => {
    await run(asked)
    order.push(what)
  }
  const explanation = { ...job('why'), kind: 'explain' as const, verdict: fixedVerdict(1) }
  await Promise.all([note('first', job('first')), note('why', explanation), note('second', job('second'))])
  expect(order).toEqual(['first', 'second', 'why'])
})

it('keeps a worker for scores while explanations run and wait', async () => {
  const { run } = open(2, 3_000)
  const explanation = { ...job('loop'), kind: 'explain' as const, verdict: fixedVerdict(1) }
  const order: string[] = []
  const note = async (what: string, asked: GradingJob) => {
    await run(asked)
    order.push(what)
  }
  await Promise.all([note('why', explanation), note('why', explanation), note('score', job('score'))])
  expect(order).toEqual(['score', 'why', 'why'])
})

it('ends what runs and waits when it is closed', async () => {
  const opened = open(1, 60_000)
  const jobs = ['loop', 'waiting'].map((what) => opened.run(job(what)))
  await opened.close()
  expect(await Promise.all([...jobs, opened.run(job('late'))])).toEqual([CLOSED, CLOSED, CLOSED])
})
