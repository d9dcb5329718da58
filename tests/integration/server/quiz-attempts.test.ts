import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { drawQuestions } from '@/grader/quiz/draw'
import { listAssignments, readAssignment } from '@/server/assignments'
import { db } from '@/server/db'
import { readAttempt } from '@/server/quizzes/read-attempt'
import { readQuizCover } from '@/server/quizzes/read-quiz-cover'
import { saveResponse } from '@/server/quizzes/save-response'
import { startOrResumeAttempt } from '@/server/quizzes/start-attempt'
import { submitAttempt } from '@/server/quizzes/submit-attempt'
import type { Viewer } from '@/server/views/viewer'
import type { TestDatabase } from '../database'
import { createClass, createViewer, join, openDatabase } from './classroom'
import { FIXED_QUIZ } from './fixed-course'

vi.mock('@/server/course', () => import('./fixed-course'))

let database: TestDatabase
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.drop())

async function studentWithQuiz() {
  const { classId, quizId } = await createClass()
  const student = await createViewer('Camille')
  await join(classId, student, 'student')
  return { student, quizId }
}

async function start(student: Viewer, quizId: string): Promise<string> {
  const started = await startOrResumeAttempt(student, quizId)
  if (!started.ok) {
    throw new Error(started.error)
  }
  return started.value.attemptId
}

function number(attemptId: string, revision: number, text: string, saveKey = randomUUID()) {
  return { attemptId, questionId: 'a-number', revision, saveKey, answer: { type: 'numeric' as const, text } }
}

async function held(attemptId: string) {
  const rows = await db().response.findMany({ where: { attemptId }, select: { revision: true, answer: true } })
  return rows
}

describe('startOrResumeAttempt', () => {
  it('gives two simultaneous starts the same attempt', async () => {
    const { student, quizId } = await studentWithQuiz()
    const started = await Promise.all(Array.from({ length: 6 }, () => start(student, quizId)))
    expect(new Set(started).size).toBe(1)
    expect(await db().attempt.count({ where: { userId: student.id } })).toBe(1)
  })

  it('keeps the drawn order of questions at every reading', async () => {
    const { student, quizId } = await studentWithQuiz()
    const attemptId = await start(student, quizId)
    const { drawSeed } = await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    const drawn = drawQuestions(FIXED_QUIZ, drawSeed).map((question) => question.id)
    for (let reading = 0; reading < 2; reading += 1) {
      const read = await readAttempt(student, attemptId)
      expect(read.ok && read.value.questions.map((question) => question.id)).toEqual(drawn)
    }
  })

  it('refuses before opening, after closing and beyond the last attempt', async () => {
    const { student, quizId } = await studentWithQuiz()
    const change = (data: object) => db().assignment.update({ where: { id: quizId }, data })
    await change({ opensAt: new Date(Date.now() + 60_000) })
    expect(await startOrResumeAttempt(student, quizId)).toEqual({ ok: false, error: 'not-open' })
    await change({ opensAt: null, closesAt: new Date(Date.now() - 60_000) })
    expect(await startOrResumeAttempt(student, quizId)).toEqual({ ok: false, error: 'closed' })
    await change({ closesAt: null, attemptsMax: 1 })
    await submitAttempt(student, await start(student, quizId))
    expect(await startOrResumeAttempt(student, quizId)).toEqual({ ok: false, error: 'no-attempts-left' })
  })
})

describe('saveResponse', () => {
  it('keeps the highest revision whatever the order of arrival, and tells the other tab', async () => {
    const { student, quizId } = await studentWithQuiz()
    const attemptId = await start(student, quizId)
    const saved = await saveResponse(student, number(attemptId, 3, '137'))
    expect(saved).toEqual({
      ok: true,
      value: {
        questionId: 'a-number',
        revision: 3,
        savedAt: expect.any(String),
        serverTime: expect.any(String),
        endsAt: null,
      },
    })
    const stale = { ok: false, error: 'stale-revision' }
    expect(await saveResponse(student, number(attemptId, 2, '143'))).toEqual(stale)
    expect(await saveResponse(student, number(attemptId, 3, '143'))).toEqual(stale)
    expect(await held(attemptId)).toEqual([{ revision: 3, answer: { type: 'numeric', text: '137' } }])
  })

  it('acknowledges the same save again with the same time', async () => {
    const { student, quizId } = await studentWithQuiz()
    const request = number(await start(student, quizId), 1, '137')
    const first = await saveResponse(student, request)
    const again = await saveResponse(student, request)
    expect(first.ok && again.ok && again.value.savedAt === first.value.savedAt).toBe(true)
  })

  it('acknowledges exactly one of two tabs that save the same revision at once', async () => {
    const { student, quizId } = await studentWithQuiz()
    const attemptId = await start(student, quizId)
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, tab) => saveResponse(student, number(attemptId, 1, `${tab}`))),
    )
    const winner = answers.findIndex((answer) => answer.ok)
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1)
    expect(await held(attemptId)).toEqual([{ revision: 1, answer: { type: 'numeric', text: `${winner}` } }])
  })

  it('keeps a NUL that a hostile browser sends', async () => {
    const { student, quizId } = await studentWithQuiz()
    const attemptId = await start(student, quizId)
    expect((await saveResponse(student, number(attemptId, 1, '1\u00003'))).ok).toBe(true)
    expect(await held(attemptId)).toEqual([{ revision: 1, answer: { type: 'numeric', text: '1\u00003' } }])
  })

  it('refuses a question of another quiz and an answer of another type', async () => {
    const { student, quizId } = await studentWithQuiz()
    const request = number(await start(student, quizId), 1, '137')
    const refused = { ok: false, error: 'unknown-question' }
    expect(await saveResponse(student, { ...request, questionId: 'elsewhere' })).toEqual(refused)
    expect(await saveResponse(student, { ...request, answer: { type: 'single', choice: 'a' } })).toEqual(refused)
  })

  it('refuses after submission and after closing', async () => {
    const { student, quizId } = await studentWithQuiz()
    const attemptId = await start(student, quizId)
    await db().attempt.update({ where: { id: attemptId }, data: { endsAt: new Date(Date.now() - 31_000) } })
    expect(await saveResponse(student, number(attemptId, 1, '137'))).toEqual({ ok: false, error: 'closed' })
    await submitAttempt(student, attemptId)
    expect(await saveResponse(student, number(attemptId, 1, '137'))).toEqual({ ok: false, error: 'submitted' })
  })
})

describe('submitAttempt', () => {
  it('marks what was saved, stores the grade, and does so once', async () => {
    const { student, quizId } = await studentWithQuiz()
    const attemptId = await start(student, quizId)
    const save = (questionId: string, answer: Parameters<typeof saveResponse>[1]['answer']) =>
      saveResponse(student, { attemptId, questionId, revision: 1, saveKey: randomUUID(), answer })
    await save('one-right', { type: 'single', choice: 'b' })
    await save('several-right', { type: 'multiple', choices: ['a'] })
    await save('a-number', { type: 'numeric', text: '143' })
    const answers = await Promise.all([1, 2, 3].map(() => submitAttempt(student, attemptId)))
    expect(answers).toEqual(answers.map(() => ({ ok: true, value: { attemptId } })))
    const grades = await db().grade.findMany({ where: { userId: student.id } })
    expect(grades).toEqual([
      {
        assignmentId: quizId,
        userId: student.id,
        points: 1.5,
        pointsMax: 4,
        attemptId,
        submissionId: null,
        gradedAt: expect.any(Date),
      },
    ])
    const read = await readAttempt(student, attemptId)
    expect(read.ok && read.value.result?.score).toEqual({ points: 1.5, pointsMax: 4, latePercent: 100 })
    expect(read.ok && read.value.result?.questions?.find((one) => one.question.id === 'a-number')?.mark).toEqual({
      points: 0,
      correct: false,
      feedbackIds: ['mistake:143'],
      misconceptions: [],
    })
  })

  it('counts every acknowledged save, however close to the submission it came', async () => {
    const { student, quizId } = await studentWithQuiz()
    for (let round = 0; round < 10; round += 1) {
      const attemptId = await start(student, quizId)
      const [saved] = await Promise.all([
        saveResponse(student, number(attemptId, 1, '137')),
        submitAttempt(student, attemptId),
      ])
      const { points } = await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })
      expect(points).toBe(saved.ok ? 1 : 0)
    }
  })

  it('never lowers the grade with a later attempt', async () => {
    const { student, quizId } = await studentWithQuiz()
    const first = await start(student, quizId)
    await saveResponse(student, number(first, 1, '137'))
    await submitAttempt(student, first)
    await submitAttempt(student, await start(student, quizId))
    const grade = await db().grade.findFirstOrThrow({ where: { userId: student.id } })
    expect([grade.points, grade.attemptId]).toEqual([1, first])
  })
})

describe('readAttempt', () => {
  it('sends no key, feedback or belief while the attempt is open', async () => {
    const { student, quizId } = await studentWithQuiz()
    const read = await readAttempt(student, await start(student, quizId))
    expect(read.ok).toBe(true)
    expect(JSON.stringify(read)).not.toMatch(/SECRET|correct|feedback|misconception|tolerance|"answer":(true|137)/)
  })

  it('is not the only way to the quiz, and no other tells more', async () => {
    const { student, quizId } = await studentWithQuiz()
    const attemptId = await start(student, quizId)
    const answers = await Promise.all([
      readQuizCover(student, quizId),
      readAssignment(student, quizId),
      listAssignments(student),
      saveResponse(student, number(attemptId, 1, '143')),
      startOrResumeAttempt(student, quizId),
    ])
    expect(answers.every((answer) => answer.ok)).toBe(true)
    expect(JSON.stringify(answers)).not.toMatch(/SECRET|correct|misconception|tolerance/)
  })

  it.each([
    ['after_submission', true],
    ['after_due', false],
    ['never', false],
  ] as const)('under %s shows keys after submission: %s', async (feedbackPolicy, shown) => {
    const { student, quizId } = await studentWithQuiz()
    const dueAt = new Date(Date.now() + 60_000)
    await db().assignment.update({ where: { id: quizId }, data: { feedbackPolicy, dueAt } })
    const attemptId = await start(student, quizId)
    await submitAttempt(student, attemptId)
    const read = await readAttempt(student, attemptId)
    expect(read.ok && read.value.result?.score).toEqual({ points: 0, pointsMax: 4, latePercent: 100 })
    expect(JSON.stringify(read).includes('SECRET')).toBe(shown)
  })
})
