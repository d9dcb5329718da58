import { createCipheriv, createECDH, hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/server/db'
import { importRescue, previewRescue } from '@/server/quizzes/rescue-file'
import { saveResponse } from '@/server/quizzes/save-response'
import { saveSealedResponses } from '@/server/quizzes/save-sealed'
import { sealingKey } from '@/server/quizzes/sealed-responses'
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

const NOTHING = new Uint8Array()

/** The format written out by Node's own cryptography, apart from the code of either side. */
function seal(attemptId: string, content: object, key = sealingKey()): string {
  const pair = createECDH('prime256v1')
  const point = pair.generateKeys()
  const secret = hkdfSync('sha256', pair.computeSecret(key, 'base64url'), NOTHING, 'quai sealed response', 32)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(secret), nonce)
  cipher.setAAD(Buffer.from(attemptId))
  const text = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final()])
  return Buffer.concat([Buffer.of(1), point, nonce, text, cipher.getAuthTag()]).toString('base64url')
}

const AT = '2026-11-23T10:00:00.000Z'

function change(text: string, revision: number) {
  return { questionId: 'a-number', revision, saveKey: randomUUID(), answer: { type: 'numeric' as const, text } }
}

async function openAttempt() {
  const { classId, quizId } = await createClass()
  const student = await createViewer('Camille')
  const instructor = await createViewer('Dominique')
  await join(classId, student, 'student')
  await join(classId, instructor, 'instructor')
  const started = await startOrResumeAttempt(student, quizId)
  if (!started.ok) {
    throw new Error(started.error)
  }
  return { classId, student, instructor, attemptId: started.value.attemptId }
}

async function held(attemptId: string) {
  const rows = await db().response.findMany({ where: { attemptId }, select: { revision: true, answer: true } })
  return rows.map((row) => [row.revision, row.answer])
}

it('saves what waited sealed as if it came now, and gives it back in clear to its owner alone', async () => {
  const { student, attemptId } = await openAttempt()
  const one = change('137', 2)
  const sealed = seal(attemptId, { ...one, at: AT })
  const stranger = await createViewer('Sasha')
  expect(await saveSealedResponses(stranger, { attemptId, sealed: [sealed] })).toEqual({
    ok: true,
    value: [{ outcome: 'refused', response: null }],
  })
  const old = seal(attemptId, { ...change('1', 1), at: AT })
  expect(await saveSealedResponses(student, { attemptId, sealed: [sealed, sealed, old] })).toEqual({
    ok: true,
    value: [
      { outcome: 'saved', response: one },
      { outcome: 'saved', response: one },
      { outcome: 'newer', response: null },
    ],
  })
  expect(await held(attemptId)).toEqual([[2, { type: 'numeric', text: '137' }]])
})

it('opens nothing that was altered, sealed for another attempt, or is no sealed answer at all', async () => {
  const { student, attemptId } = await openAttempt()
  const good = seal(attemptId, { ...change('137', 1), at: AT })
  const bytes = Buffer.from(good, 'base64url')
  bytes[80] = (bytes[80] ?? 0) ^ 1
  const sealed = [
    bytes.toString('base64url'),
    good.slice(0, 120),
    seal(randomUUID(), { ...change('137', 1), at: AT }),
    seal(attemptId, { ...change('137', 1), at: AT, more: true }),
    seal(attemptId, { ...change('137', 1), at: AT }, createECDH('prime256v1').generateKeys('base64url')),
    '',
    'é'.repeat(300),
  ]
  const answers = await saveSealedResponses(student, { attemptId, sealed })
  expect(answers).toEqual({ ok: true, value: sealed.map(() => ({ outcome: 'unreadable', response: null })) })
  expect(await held(attemptId)).toEqual([])
})

it('lets an instructor look into a file, and take in what is newer: marked anew, with the reason in the audit', async () => {
  const { classId, student, instructor, attemptId } = await openAttempt()
  await saveResponse(student, { attemptId, ...change('143', 1) })
  await submitAttempt(student, attemptId)
  const file = {
    format: 'quai-answers-1',
    attemptId,
    sealed: [
      seal(attemptId, { ...change('137', 3), at: AT }),
      seal(attemptId, { ...change('9', 2), at: AT }),
      'broken',
    ],
    clear: [{ ...change('x', 1), questionId: 'elsewhere', at: AT }],
  }
  const text = JSON.stringify(file)
  const preview = await previewRescue(instructor, classId, text)
  expect(preview).toEqual({
    ok: true,
    value: {
      attemptId,
      student: { id: student.id, name: student.name, email: student.email },
      submittedAt: expect.any(String),
      endsAt: null,
      answers: [
        {
          questionId: 'a-number',
          number: expect.any(Number),
          revision: 3,
          saveKey: expect.any(String),
          answer: { type: 'numeric', text: '137' },
          at: AT,
          sealed: true,
          held: { type: 'numeric', text: '143' },
        },
      ],
      unreadable: 1,
    },
  })
  const request = { classId, text, reason: 'The network of room B12 was down.' }
  expect(await importRescue(instructor, request)).toEqual({ ok: true, value: { imported: 1 } })
  expect(await importRescue(instructor, request)).toEqual({ ok: true, value: { imported: 0 } })
  expect((await db().grade.findFirstOrThrow({ where: { userId: student.id } })).points).toBe(1)
  const [entry] = await db().auditEntry.findMany({ where: { classId }, orderBy: { at: 'asc' } })
  expect(entry).toMatchObject({
    actorId: instructor.id,
    action: 'responses-imported',
    detail: { attemptId, userId: student.id, pointsBefore: 0, reason: request.reason },
  })
})

it.each(['', '[]', '{"format":"quai-answers-1"}', 'PK\u0003\u0004'])('says that %j is no such file', async (text) => {
  const { classId, instructor } = await openAttempt()
  const refused = { ok: false, error: 'not-a-rescue-file' }
  expect(await previewRescue(instructor, classId, text)).toEqual(refused)
  expect(await importRescue(instructor, { classId, text, reason: 'none' })).toEqual(refused)
})

it('is the business of the class’s staff alone', async () => {
  const { classId, student, attemptId } = await openAttempt()
  const { classId: other, instructor: elsewhere } = await openAttempt()
  const text = JSON.stringify({ format: 'quai-answers-1', attemptId, sealed: [], clear: [] })
  expect(await previewRescue(student, classId, text)).toEqual({ ok: false, error: 'forbidden' })
  expect(await importRescue(elsewhere, { classId, text, reason: 'x' })).toEqual({ ok: false, error: 'not-found' })
  expect(await importRescue(elsewhere, { classId: other, text, reason: 'x' })).toEqual({
    ok: false,
    error: 'not-a-rescue-file',
  })
})
