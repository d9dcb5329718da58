import { randomUUID } from 'node:crypto'
import { parseArgs } from 'node:util'
import { Refusal } from '@/scripts/refusal'
import { runTool } from '@/scripts/run-tool'
import { getHub } from '@/server/course'
import { db } from '@/server/db'
import { loadHandIns } from './hand-in'
import { type LoadClass, removeLoadClass, seedLoadClass } from './load-class'
import { type Measurement, measure } from './measure'
import { openMeasuredService } from './measured-service'
import { loadQuiz } from './quiz'
import { studentSession } from './sessions'
import { signIn } from './sign-in'

const USAGE = `npm run load -- [--url ADDRESS] [--seconds 10] [--connections 16]
npm run load -- --quiz [--think] [--students 200] [--seconds 75]
npm run load -- --exercises [--students 200] [--seconds 60]`

const STUDENTS_AT_ONCE = 200
const STUDENTS_THINKING = 1_000
const THINKING_SECONDS = '75'
const HANDING_IN_SECONDS = '60'

interface LoadOptions {
  readonly url: string
  readonly seconds: number
  readonly connections: number
  /** A class that takes a quiz, in place of one kind of request after the other. */
  readonly quiz: boolean
  readonly think: boolean
  /** A class that hands in exercises. */
  readonly exercises: boolean
  readonly students: number
}

/**
 * Measures a service on this machine, which it starts where none runs on the data folder: pages and saves, one after the
 * other, each for the same time. Works in a class of its own, which it removes.
 */
async function load(): Promise<void> {
  const { url, ...options } = readOptions()
  const service = await openMeasuredService(url)
  try {
    const measured = { ...options, url: localOrigin(service.url) }
    await measureAsked(measured)
  } finally {
    await db().$disconnect()
    await service.stop()
  }
}

function measureAsked(options: LoadOptions): Promise<void> {
  if (options.quiz) return takeQuiz(options)
  return options.exercises ? loadHandIns({ ...options, spreadMs: options.seconds * 1_000 }) : measureRequests(options)
}

function localOrigin(address: string): string {
  const url = new URL(address)
  if (!['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) {
    throw new Refusal('Only a service on this machine is measured.', USAGE)
  }
  return url.origin
}

async function takeQuiz({ url, students, think, seconds }: LoadOptions): Promise<void> {
  await loadQuiz({ url, students, thinkingMs: think ? seconds * 1_000 : null })
}

async function measureRequests(options: LoadOptions): Promise<void> {
  const created = await seedLoadClass()
  try {
    const measurements = await measureAll(options, created)
    console.log(table(measurements))
    const failed = measurements.filter((one) => one.failed > 0 || one.requests === 0)
    if (failed.length > 0) {
      throw new Refusal(
        `Requests failed or were not answered: ${failed.map((one) => one.name).join(', ')}.`,
        'Is the service running, and was it started with this data folder?',
      )
    }
  } finally {
    await removeLoadClass(created)
  }
}

function readOptions(): Omit<LoadOptions, 'url'> & { readonly url: string | undefined } {
  const { values } = parseArgs({
    options: {
      url: { type: 'string' },
      seconds: { type: 'string' },
      connections: { type: 'string', default: '16' },
      quiz: { type: 'boolean', default: false },
      think: { type: 'boolean', default: false },
      exercises: { type: 'boolean', default: false },
      students: { type: 'string' },
    },
  })
  const { quiz, think, exercises } = values
  const usual = exercises ? HANDING_IN_SECONDS : think ? THINKING_SECONDS : '10'
  const seconds = Number(values.seconds ?? usual)
  const connections = Number(values.connections)
  const students = Number(values.students ?? (think ? STUDENTS_THINKING : STUDENTS_AT_ONCE))
  if (!(Math.min(seconds, connections, students) > 0)) {
    throw new Refusal('Seconds, connections and students are positive numbers.', USAGE)
  }
  return {
    url: values.url,
    seconds: Math.min(seconds, 600),
    connections: Math.min(connections, 200),
    quiz,
    think,
    exercises,
    students: Math.min(students, 5_000),
  }
}

async function measureAll(options: LoadOptions, created: LoadClass): Promise<readonly Measurement[]> {
  const cookies = await Promise.all(
    created.students.map((student) => signIn(options.url, student.email, created.password)),
  )
  const staff = await signIn(options.url, created.instructor.email, created.password)
  const turn = createTurn(created.students.length)
  const sessions = Array.from({ length: 12 }, (_, student) => studentSession(getHub(), student, 200))
  const page = (path: string) => ({ path, method: 'GET' as const })
  const rounds = [
    { name: 'chapter page', next: () => page('/fr/chapters/11-stop-start-kill') },
    { name: 'assignments page', next: () => ({ ...page('/fr/assignments'), cookie: cookies[turn()] }) },
    {
      name: 'quiz page',
      next: () => {
        const index = turn()
        return { ...page(`/fr/attempts/${created.students[index]?.attemptId}`), cookie: cookies[index] }
      },
    },
    {
      name: 'save of a response',
      next: () => {
        const index = turn()
        return {
          path: '/api/responses',
          method: 'POST' as const,
          cookie: cookies[index],
          body: nextSave(created, index),
        }
      },
    },
    {
      name: 'submission',
      next: () => {
        const index = turn()
        return {
          path: '/api/submissions',
          method: 'POST' as const,
          cookie: cookies[index],
          body: submission(created.exerciseId, sessions[index % sessions.length] ?? ''),
        }
      },
    },
    { name: 'gradebook', next: () => ({ ...page(`/fr/classes/${created.classId}`), cookie: staff }) },
  ]
  const measurements: Measurement[] = []
  for (const { name, next } of rounds) {
    measurements.push(await measure({ ...options, name, next }))
  }
  return measurements
}

/** 0, 1, … count − 1, 0, … */
function createTurn(count: number): () => number {
  let turn = -1
  return () => {
    turn = (turn + 1) % count
    return turn
  }
}

let revision = 0

function nextSave(created: LoadClass, index: number): string {
  revision += 1
  const question = created.questions[revision % created.questions.length]
  return JSON.stringify({
    attemptId: created.students[index]?.attemptId,
    questionId: question?.id,
    revision,
    saveKey: randomUUID(),
    answer: question?.answer,
  })
}

/** Answered once the verdict is there. */
function submission(assignmentId: string, transcript: string): string {
  return JSON.stringify({ assignmentId, transcripts: [transcript], files: [], idempotencyKey: randomUUID() })
}

function table(measurements: readonly Measurement[]): string {
  const line = (...cells: readonly (string | number)[]) =>
    cells.map((cell, index) => (index === 0 ? String(cell).padEnd(20) : String(cell).padStart(9))).join('')
  return [
    line('', 'req/s', 'p50 ms', 'p97.5 ms', 'p99 ms', 'requests', 'failed'),
    ...measurements.map((one) => line(one.name, one.perSecond, one.p50, one.p97_5, one.p99, one.requests, one.failed)),
  ].join('\n')
}

await runTool(load)
