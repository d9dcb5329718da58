import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/server/db'
import { saveInSession } from '@/server/quizzes/save-response'
import { startOrResumeAttempt } from '@/server/quizzes/start-attempt'
import { submitAttempt } from '@/server/quizzes/submit-attempt'
import type { TestDatabase } from '../database'
import { createClass, createViewer, join, openDatabase } from './classroom'

vi.mock('@/server/course', () => import('./fixed-course'))

let database: TestDatabase
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.drop())

async function beginAttempts(count: number) {
  const { classId, quizId } = await createClass()
  return Promise.all(
    Array.from({ length: count }, async () => {
      const student = await createViewer('Camille')
      await join(classId, student, 'student')
      const started = await startOrResumeAttempt(student, quizId)
      return { student, attemptId: started.ok ? started.value.attemptId : '' }
    }),
  )
}

// First in the file: no question of these attempts was read yet.
it('hands in twice as many attempts at once as there are connections, right after a start of the server', async () => {
  const attempts = await beginAttempts(20)
  const answers = await Promise.all(attempts.map(({ student, attemptId }) => submitAttempt(student, attemptId)))
  expect(answers).toEqual(attempts.map(({ attemptId }) => ({ ok: true, value: { attemptId } })))
  expect(await db().attempt.count({ where: { submittedAt: null } })).toBe(0)
})

it('saves for a session that holds and for no other', async () => {
  const [{ student, attemptId } = { student: await createViewer('Nobody'), attemptId: '' }] = await beginAttempts(1)
  const stranger = await createViewer('Dominique')
  const save = {
    attemptId,
    questionId: 'a-number',
    revision: 1,
    saveKey: randomUUID(),
    answer: { type: 'numeric' as const, text: '137' },
  }
  const refusals = [
    null,
    { userId: student.id, sessionVersion: 1 },
    { userId: 'nonsense', sessionVersion: 0 },
    { userId: randomUUID(), sessionVersion: 0 },
  ]
  for (const session of refusals) {
    expect(await saveInSession(session, save)).toEqual({ ok: false, error: 'signed-out' })
  }
  expect(await saveInSession({ userId: stranger.id, sessionVersion: 0 }, save)).toEqual({
    ok: false,
    error: 'not-found',
  })
  expect(await db().response.count({ where: { attemptId } })).toBe(0)
  expect(await saveInSession({ userId: student.id, sessionVersion: 0 }, save)).toMatchObject({ ok: true })
  expect(await db().response.count({ where: { attemptId, saveKey: save.saveKey } })).toBe(1)
})
