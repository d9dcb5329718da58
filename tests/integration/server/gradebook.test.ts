import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/server/db'
import { readGradebook } from '@/server/gradebook/read-gradebook'
import { startOrResumeAttempt } from '@/server/quizzes/start-attempt'
import { submitAttempt } from '@/server/quizzes/submit-attempt'
import { storeSubmission, submitTranscript } from '@/server/submissions/submit-transcript'
import type { TestDatabase } from '../database'
import { createClass, createViewer, join, openDatabase } from './classroom'

vi.mock('@/server/course', () => import('./fixed-course'))
vi.mock('@/server/jobs/shared-grading-pool', () => import('./fixed-grading-pool'))

let database: TestDatabase
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.drop())

it('shows each student’s counting work in each assignment, staff left out', async () => {
  const { classId, quizId, exerciseId } = await createClass()
  const instructor = await createViewer('Zoé')
  await join(classId, instructor, 'instructor')
  const [busy, slow, idle] = await Promise.all([createViewer('Élise'), createViewer('Emil'), createViewer('Zora')])
  for (const student of [idle, busy, slow]) {
    await join(classId, student, 'student')
  }
  const paste = (text: string) => ({
    assignmentId: exerciseId,
    transcripts: [text],
    files: [],
    idempotencyKey: randomUUID(),
  })
  const started = await startOrResumeAttempt(busy, quizId)
  const attemptId = started.ok ? started.value.attemptId : ''
  await submitAttempt(busy, attemptId)
  const best = await submitTranscript(busy, paste('worth 9'))
  await submitTranscript(busy, paste('worth 3'))
  const open = await startOrResumeAttempt(slow, quizId)
  const waiting = await storeSubmission(slow, paste('worth 1'))
  await submitTranscript(instructor, paste('worth 10'))
  await db().assignment.update({ where: { id: quizId }, data: { dueAt: new Date(Date.now() - 60_000) } })

  const read = await readGradebook(instructor, classId)
  if (!read.ok) {
    throw new Error(read.error)
  }
  const { columns, rows } = read.value
  expect(read.value.class).toEqual({
    id: classId,
    name: 'Docker',
    role: 'instructor',
    timeZone: 'Europe/Paris',
    students: 3,
  })
  expect(columns.map(({ assignmentId, kind, title }) => [assignmentId, kind, title.en])).toEqual([
    [quizId, 'quiz', 'A quiz'],
    [exerciseId, 'exercise', 'An exercise'],
  ])
  expect(rows.map((row) => row.student.name)).toEqual(['Élise', 'Emil', 'Zora'])
  const cell = { points: null, pointsMax: null, submittedAt: null, late: false, attempts: 0, openId: null }
  const now = expect.any(String)
  expect(rows.map((row) => row.cells)).toEqual([
    [
      {
        assignmentId: quizId,
        state: 'graded',
        points: 0,
        pointsMax: 4,
        submittedAt: now,
        late: true,
        attempts: 1,
        openId: attemptId,
      },
      {
        assignmentId: exerciseId,
        state: 'graded',
        points: 9,
        pointsMax: 10,
        submittedAt: now,
        late: false,
        attempts: 2,
        openId: best.ok && best.value.id,
      },
    ],
    [
      { ...cell, assignmentId: quizId, state: 'started', attempts: 1, openId: open.ok && open.value.attemptId },
      {
        ...cell,
        assignmentId: exerciseId,
        state: 'waiting',
        submittedAt: now,
        attempts: 1,
        openId: waiting.ok && waiting.value,
      },
    ],
    [
      { ...cell, assignmentId: quizId, state: 'none' },
      { ...cell, assignmentId: exerciseId, state: 'none' },
    ],
  ])
})
