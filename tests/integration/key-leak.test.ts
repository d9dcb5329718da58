import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { z } from 'zod'
import type { Course } from '@/course/course'
import type { Question } from '@/grader/quiz/question'
import { getCourse } from '@/server/course'
import { db } from '@/server/db'
import { pinQuestions } from '@/server/quizzes/pinned-questions'
import { startOrResumeAttempt } from '@/server/quizzes/start-attempt'
import { submitAttempt } from '@/server/quizzes/submit-attempt'
import { type FaultyService, startFaultyService } from '../faults/service'
import { sessionCookie } from '../support/session-cookie'
import { someAnswer } from '../support/some-answer'
import { PLANTED, plant } from './planted-keys'
import { createViewer, join } from './server/classroom'

const ROOT = path.resolve(import.meta.dirname, '../..')
const EXERCISE = 'exit-137'
const OTHER_NAME = 'Planted Othername'

let service: FaultyService
let course: Course
beforeAll(async () => {
  // Before anything waits for a connection: reading it takes this process whole.
  course = getCourse()
  service = await startFaultyService(ROOT)
  process.env.DATABASE_URL = service.databaseUrl
  process.env.NEXTAUTH_SECRET = service.secret
}, 180_000)
afterAll(async () => {
  await db().$disconnect()
  await service.stop()
})

/** One question of every type, and one of every family. */
function everyKind(): readonly Question[] {
  const byType = new Map(course.bank.map((question) => [question.type, question]))
  return [...byType.values(), ...course.families.map((family) => family.variant(1))]
}

/** Headers and body; of a stream what comes at once. */
async function everything(cookie: string, address: string, init: RequestInit = {}): Promise<string> {
  const stop = new AbortController()
  const answer = await fetch(service.url + address, {
    ...init,
    headers: { cookie, ...init.headers },
    redirect: 'manual',
    signal: stop.signal,
  })
  const headers = JSON.stringify([...answer.headers])
  if (!answer.headers.get('content-type')?.startsWith('text/event-stream')) {
    return headers + (await answer.text())
  }
  const first = await answer.body?.getReader().read()
  stop.abort()
  return headers + new TextDecoder().decode(first?.value)
}

const post = (body: object): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

async function openAttempt(questions: readonly Question[]) {
  const { id: classId } = await db().class.create({ data: { name: 'Docker' } })
  const quiz = await db().assignment.create({ data: { classId, kind: 'quiz', slug: 'containers-end' } })
  const exercise = await db().assignment.create({ data: { classId, kind: 'exercise', slug: EXERCISE } })
  const [student, other] = [await createViewer('Camille'), await createViewer(OTHER_NAME)]
  for (const viewer of [student, other]) await join(classId, viewer, 'student')
  const begun = await Promise.all([student, other].map((viewer) => startOrResumeAttempt(viewer, quiz.id)))
  const [attemptId = ''] = begun.map((started) => (started.ok ? started.value.attemptId : ''))
  const pinned = await pinQuestions(questions)
  await db().attempt.update({ where: { id: attemptId }, data: { questions: pinned.map((one) => ({ ...one })) } })
  return { student, attemptId, quizId: quiz.id, exerciseId: exercise.id }
}

/** Long pieces of text as they would stand in a page or script in whatever form: no quotes, tags or entities. */
function pieces(texts: readonly string[]): readonly string[] {
  return texts.flatMap((text) => text.split(/[^\p{L}\p{N} ,.]+/u).filter((piece) => piece.trim().length >= 30))
}

it('no answer of an open attempt or exercise tells a key, feedback, a hint or another student', async () => {
  const questions = everyKind().map(plant)
  expect(new Set(questions.map(({ type }) => type)).size).toBe(11)
  for (const question of questions) expect(JSON.stringify(question), question.id).toContain(PLANTED)
  const { student, attemptId, quizId, exerciseId } = await openAttempt(questions)
  const cookie = await sessionCookie(student.id, { secret: service.secret })
  const exercise = course.exercises.find(({ slug }) => slug === EXERCISE)
  const hints = exercise?.goals.flatMap(({ hints: all }) => all.flatMap(({ text }) => [text.fr, text.en])) ?? []
  const secrets = [PLANTED, OTHER_NAME, ...pieces(hints)]
  expect(secrets.length).toBeGreaterThan(4)

  const pages = ['fr', 'en'].flatMap((language) =>
    ['assignments', `assignments/${quizId}`, `assignments/${exerciseId}`, `attempts/${attemptId}`].map(
      (page) => `/${language}/${page}`,
    ),
  )
  const saves = questions.map((question) =>
    post({ attemptId, questionId: question.id, revision: 1, saveKey: randomUUID(), answer: someAnswer(question, 1) }),
  )
  const sent = await fetch(`${service.url}/api/submissions`, {
    ...post({
      assignmentId: exerciseId,
      transcripts: ['student@host:~$ docker ps\n'],
      files: [],
      idempotencyKey: randomUUID(),
    }),
    headers: { cookie, 'content-type': 'application/json' },
  })
  const { value: receipt } = z.object({ value: z.object({ id: z.string() }) }).parse(await sent.json())
  // The result of an exercise offers the hints that were not taken, by their price.
  const results = ['fr', 'en'].map((language) => `/${language}/submissions/${receipt.id}`)
  expect(await everything(cookie, results[1] ?? '')).toContain('(−0.')
  const answers = [
    ...(await Promise.all([...results, '/en/exercises'].map((page) => everything(cookie, page)))),
    ...(await Promise.all(results.map((page) => everything(cookie, page, { headers: { rsc: '1' } })))),
    ...(await Promise.all(pages.map((page) => everything(cookie, page)))),
    ...(await Promise.all(pages.map((page) => everything(cookie, page, { headers: { rsc: '1' } })))),
    ...(await Promise.all(saves.map((save) => everything(cookie, '/api/responses', save)))),
    await everything(cookie, `/api/attempts/${attemptId}/events`),
    await everything(cookie, '/api/responses/sealed', post({ attemptId, sealed: ['nonsense'] })),
    await everything(cookie, '/api/responses/leave', post({ attemptId, questionId: questions[0]?.id })),
    await everything(cookie, '/api/progress'),
  ]
  expect(answers.join('\n')).toContain(questions[0]?.id)
  for (const secret of secrets) expect(answers.filter((answer) => answer.includes(secret))).toEqual([])
  expect(await db().response.count({ where: { attemptId } })).toBe(questions.length)

  // The marks do reach the page once they may: what was searched for was there to be found.
  await submitAttempt(student, attemptId)
  expect(await everything(cookie, `/en/attempts/${attemptId}`)).toContain(PLANTED)
})

it('no script, source map or other file that the build serves to everybody holds feedback or a hint', () => {
  const folder = path.join(ROOT, '.next/static')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const text = files.map((file) => readFileSync(path.join(file.parentPath, file.name), 'utf8')).join('\n')
  expect(text.length).toBeGreaterThan(100_000)
  const feedback = everyKind().flatMap((question) => textsBelow(question, 'feedback'))
  const hints = course.exercises.flatMap(({ goals }) => goals.flatMap((goal) => textsBelow(goal.hints, 'text')))
  const searched = pieces([...feedback, ...hints])
  expect(searched.length).toBeGreaterThan(100)
  expect(searched.filter((piece) => text.includes(piece))).toEqual([])
})

/** All texts below the fields of that name. */
function textsBelow(value: unknown, field: string, inside = false): readonly string[] {
  if (typeof value === 'string') return inside ? [value] : []
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, item]) => textsBelow(item, field, inside || name === field))
}
