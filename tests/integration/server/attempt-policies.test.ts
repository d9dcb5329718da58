import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listAccommodations, removeAccommodation, setAccommodation } from '@/server/accommodations'
import { changeAssignmentSettings } from '@/server/assignment-settings'
import { readAssignment } from '@/server/assignments'
import { db } from '@/server/db'
import type { Prisma } from '@/server/generated/prisma/client'
import { submitExpiredAttempts } from '@/server/jobs/attempt-sweep'
import { listenToAttempt } from '@/server/quizzes/attempt-channel'
import { pinOlderAttempts } from '@/server/quizzes/attempt-questions'
import { checkResponse } from '@/server/quizzes/check-response'
import { leaveQuestion } from '@/server/quizzes/leave-question'
import { readAttempt } from '@/server/quizzes/read-attempt'
import { readAttemptClock } from '@/server/quizzes/read-clock'
import { saveResponse } from '@/server/quizzes/save-response'
import { startOrResumeAttempt } from '@/server/quizzes/start-attempt'
import { submitAttempt } from '@/server/quizzes/submit-attempt'
import type { AccommodationRequest, AssignmentSettingsRequest } from '@/server/requests'
import type { Viewer } from '@/server/views/viewer'
import type { TestDatabase } from '../database'
import { createClass, createViewer, join, openDatabase } from './classroom'
import { FIXED_QUIZ } from './fixed-course'

vi.mock('@/server/course', () => import('./fixed-course'))

/** A limit that only ends what hangs. */
const SOON = { timeout: 20_000 }

let database: TestDatabase
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.drop())

const MINUTE_MS = 60_000

async function classroom(rules: Prisma.AssignmentUpdateInput = {}) {
  const { classId, quizId } = await createClass()
  const student = await createViewer('Camille')
  const instructor = await createViewer('Dominique')
  await join(classId, student, 'student')
  await join(classId, instructor, 'instructor')
  await db().assignment.update({ where: { id: quizId }, data: rules })
  return { classId, quizId, student, instructor }
}

async function start(student: Viewer, quizId: string): Promise<string> {
  const started = await startOrResumeAttempt(student, quizId)
  if (!started.ok) {
    throw new Error(started.error)
  }
  return started.value.attemptId
}

function number(attemptId: string, text: string, more: { revision?: number; certainty?: 1 | 2 | 3 } = {}) {
  const answer = { type: 'numeric' as const, text }
  return { attemptId, questionId: 'a-number', revision: 1, saveKey: randomUUID(), answer, ...more }
}

async function endOf(attemptId: string): Promise<number> {
  const { startedAt, endsAt } = await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })
  return ((endsAt?.getTime() ?? Number.NaN) - startedAt.getTime()) / MINUTE_MS
}

async function expire(attemptId: string, secondsAgo: number): Promise<void> {
  const endsAt = new Date(Date.now() - secondsAgo * 1_000)
  const startedAt = new Date(endsAt.getTime() - MINUTE_MS)
  await db().attempt.update({ where: { id: attemptId }, data: { startedAt, endsAt } })
}

const GRANTED: Omit<AccommodationRequest, 'classId' | 'userId'> = {
  assignmentId: null,
  timeFactor: 1,
  extraMinutes: 0,
  opensAt: null,
  dueAt: null,
  closesAt: null,
  attemptsMax: null,
}

describe('the clock', () => {
  it('refuses a save only after the grace, and hands in for whoever is gone, with what was saved', async () => {
    const { student, quizId } = await classroom({ timeLimitMinutes: 20 })
    const attemptId = await start(student, quizId)
    expect(await endOf(attemptId)).toBe(20)
    await expire(attemptId, 25)
    expect((await saveResponse(student, number(attemptId, '137'))).ok).toBe(true)
    expect(await submitExpiredAttempts()).toBe(0)
    await expire(attemptId, 31)
    expect(await saveResponse(student, number(attemptId, '1', { revision: 2 }))).toEqual({ ok: false, error: 'closed' })
    expect(await submitExpiredAttempts()).toBe(1)
    expect(await submitExpiredAttempts()).toBe(0)
    const row = await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect([row.submittedBy, row.submittedAt, row.points, row.pointsMax]).toEqual(['server', row.endsAt, 1, 4])
    expect(await db().grade.count({ where: { attemptId } })).toBe(1)
  })

  it('gives extra time beyond the closing date, at once, to a running attempt, and takes it back', async () => {
    const closesAt = new Date(Date.now() + 10 * MINUTE_MS)
    const { classId, student, instructor, quizId } = await classroom({ timeLimitMinutes: 60, closesAt })
    const attemptId = await start(student, quizId)
    expect(await endOf(attemptId)).toBeCloseTo(10, 1)
    const heard: number[] = []
    const unlisten = listenToAttempt(attemptId, () => heard.push(heard.length))
    await vi.waitFor(() => expect(heard).toHaveLength(1), SOON)
    const granted = { ...GRANTED, classId, userId: student.id, timeFactor: 1.5 }
    const set = await setAccommodation(instructor, granted)
    await vi.waitFor(() => expect(heard).toHaveLength(2), SOON)
    expect(await endOf(attemptId)).toBeCloseTo(40, 1)
    const own = await setAccommodation(instructor, { ...granted, assignmentId: quizId, timeFactor: 1, extraMinutes: 5 })
    expect(await endOf(attemptId)).toBeCloseTo(15, 1)
    const saved = await saveResponse(student, number(attemptId, '137'))
    const { endsAt } = await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    expect(saved.ok && saved.value.endsAt).toBe(endsAt?.toISOString())
    const listed = await listAccommodations(instructor, classId)
    expect(listed.ok && listed.value.map((one) => [one.student.id, one.assignmentId, one.timeFactor])).toEqual([
      [student.id, null, 1.5],
      [student.id, quizId, 1],
    ])
    for (const one of [set, own]) {
      await removeAccommodation(instructor, classId, one.ok ? one.value.id : '')
    }
    expect(await endOf(attemptId)).toBeCloseTo(10, 1)
    unlisten()
    const audit = await db().auditEntry.findMany({ where: { classId }, orderBy: { at: 'asc' } })
    expect(audit.map((entry) => [entry.actorId, entry.action])).toEqual([
      [instructor.id, 'accommodation-set'],
      [instructor.id, 'accommodation-set'],
      [instructor.id, 'accommodation-removed'],
      [instructor.id, 'accommodation-removed'],
    ])
  })

  it('opens and closes by somebody’s own dates, and counts their own attempts', async () => {
    const past = new Date(Date.now() - MINUTE_MS)
    const later = new Date(Date.now() + MINUTE_MS)
    const { classId, student, instructor, quizId } = await classroom({ closesAt: past, attemptsMax: 1 })
    expect(await startOrResumeAttempt(student, quizId)).toEqual({ ok: false, error: 'closed' })
    const granted = { ...GRANTED, classId, userId: student.id, closesAt: later, attemptsMax: 2 }
    await setAccommodation(instructor, granted)
    await submitAttempt(student, await start(student, quizId))
    await submitAttempt(student, await start(student, quizId))
    expect(await startOrResumeAttempt(student, quizId)).toEqual({ ok: false, error: 'no-attempts-left' })
    const seen = await readAssignment(student, quizId)
    expect(seen.ok && [seen.value.phase, seen.value.closesAt, seen.value.attemptsMax]).toEqual([
      'open',
      later.toISOString(),
      2,
    ])
  })

  it('is told to the attempt’s owner alone, and only instructors change it', async () => {
    const { classId, student, quizId } = await classroom()
    const other = await createViewer('Sasha')
    await join(classId, other, 'student')
    const attemptId = await start(student, quizId)
    expect(await readAttemptClock(student, attemptId)).toEqual({
      endsAt: null,
      submitted: false,
      serverTime: expect.any(String),
    })
    expect(await readAttemptClock(other, attemptId)).toBeNull()
    expect(await setAccommodation(student, { ...GRANTED, classId, userId: student.id })).toEqual({
      ok: false,
      error: 'forbidden',
    })
    expect(await listAccommodations(student, classId)).toEqual({ ok: false, error: 'forbidden' })
  })
})

describe('counting', () => {
  async function twoAttempts(rules: Prisma.AssignmentUpdateInput) {
    const room = await classroom(rules)
    for (const text of ['137', 'wrong']) {
      const attemptId = await start(room.student, room.quizId)
      await saveResponse(room.student, number(attemptId, text))
      await submitAttempt(room.student, attemptId)
    }
    return room
  }

  it.each([
    ['best', 1],
    ['first', 1],
    ['last', 0],
    ['average', 0.5],
  ] as const)('takes the %s of several attempts: %d of 4', async (countedWork, points) => {
    const { student } = await twoAttempts({ countedWork })
    const grades = await db().grade.findMany({ where: { userId: student.id } })
    expect(grades.map((grade) => [grade.points, grade.pointsMax])).toEqual([[points, 4]])
  })

  it('counts anew when the rule changes, with the reason of everything in the audit', async () => {
    const { classId, instructor, student, quizId } = await twoAttempts({})
    const changed = await changeAssignmentSettings(instructor, {
      ...SETTINGS,
      assignmentId: quizId,
      countedWork: 'last',
    })
    expect(changed).toEqual({ ok: true, value: null })
    expect((await db().grade.findFirstOrThrow({ where: { userId: student.id } })).points).toBe(0)
    expect((await db().auditEntry.findMany({ where: { classId } })).map((entry) => entry.action)).toEqual([
      'rules-changed',
    ])
  })

  it('takes off what the late timeline says, from the end of the attempt rather than the sweep', async () => {
    const dueAt = new Date(Date.now() - 2 * 60 * MINUTE_MS)
    const lateTimeline = [{ hours: 24, percent: 50 }]
    const { student, quizId } = await classroom({ dueAt, lateTimeline })
    const attemptId = await start(student, quizId)
    await saveResponse(student, number(attemptId, '137'))
    await submitAttempt(student, attemptId)
    expect((await db().grade.findFirstOrThrow({ where: { userId: student.id } })).points).toBe(0.5)
    const read = await readAttempt(student, attemptId)
    expect(read.ok && read.value.result?.score).toEqual({ points: 1, pointsMax: 4, latePercent: 50 })
  })

  it('marks by certainty where the assignment asks for it, never below nothing', async () => {
    const { student, quizId } = await classroom({ certainty: true })
    const sure = async (text: string, certainty: 1 | 2 | 3) => {
      const attemptId = await start(student, quizId)
      await saveResponse(student, number(attemptId, text, { certainty }))
      await submitAttempt(student, attemptId)
      return (await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })).points
    }
    expect([await sure('137', 1), await sure('137', 3), await sure('0', 3)]).toEqual([0.3333, 1, 0])
  })

  it('gives nothing for half an answer where partial credit is off', async () => {
    const { student, quizId } = await classroom({ partialCredit: false })
    const attemptId = await start(student, quizId)
    const answer = { type: 'multiple' as const, choices: ['a'] }
    await saveResponse(student, { ...number(attemptId, ''), questionId: 'several-right', answer })
    await submitAttempt(student, attemptId)
    expect((await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })).points).toBe(0)
  })
})

const SETTINGS: Omit<AssignmentSettingsRequest, 'assignmentId'> = {
  opensAt: null,
  dueAt: null,
  closesAt: null,
  attemptsMax: null,
  practice: false,
  countedWork: 'best',
  scorePolicy: 'after_submission',
  feedbackPolicy: 'after_submission',
  timeLimitMinutes: null,
  graceSeconds: 30,
  lateTimeline: [],
  shuffleQuestions: null,
  shuffleOptions: null,
  partialCredit: true,
  oneWay: false,
  certainty: false,
}

describe('settings', () => {
  it('are refused out of order, and to anybody but instructors', async () => {
    const { instructor, student, quizId } = await classroom()
    const request = { ...SETTINGS, assignmentId: quizId }
    const wrong = { ...request, opensAt: new Date(2_000), closesAt: new Date(1_000) }
    expect(await changeAssignmentSettings(instructor, wrong)).toEqual({ ok: false, error: 'dates-out-of-order' })
    expect(await changeAssignmentSettings(student, request)).toEqual({ ok: false, error: 'forbidden' })
    expect(await changeAssignmentSettings(null, request)).toEqual({ ok: false, error: 'signed-out' })
  })

  it('move the end of running attempts, but not their time limit', async () => {
    const { instructor, student, quizId } = await classroom({ timeLimitMinutes: 60 })
    const attemptId = await start(student, quizId)
    const closesAt = new Date(Date.now() + 10 * MINUTE_MS)
    await changeAssignmentSettings(instructor, { ...SETTINGS, assignmentId: quizId, timeLimitMinutes: 5, closesAt })
    expect(await endOf(attemptId)).toBeCloseTo(10, 1)
    await changeAssignmentSettings(instructor, { ...SETTINGS, assignmentId: quizId })
    expect(await endOf(attemptId)).toBe(60)
  })
})

describe('feedback', () => {
  it.each([
    ['after_submission', 'after_submission', true, true],
    ['after_submission', 'after_due', true, false],
    ['after_due', 'after_submission', false, false],
    ['never', 'never', false, false],
    ['at_once', 'at_once', true, true],
  ] as const)('with score %s and keys %s: shown %s and %s', async (scorePolicy, feedbackPolicy, score, keys) => {
    const dueAt = new Date(Date.now() + MINUTE_MS)
    const { student, quizId } = await classroom({ scorePolicy, feedbackPolicy, dueAt })
    const attemptId = await start(student, quizId)
    await submitAttempt(student, attemptId)
    const read = await readAttempt(student, attemptId)
    const result = read.ok ? read.value.result : null
    expect([result?.score !== null, result?.questions !== null]).toEqual([score, keys])
    expect(JSON.stringify(read).includes('SECRET')).toBe(keys)
  })

  it('at once shows one answer, makes it final, and tells nothing of the others', async () => {
    const { student, quizId } = await classroom({ practice: true, attemptsMax: 1 })
    const attemptId = await start(student, quizId)
    const asked = { attemptId, questionId: 'a-number' }
    expect(await checkResponse(student, asked)).toEqual({ ok: false, error: 'unanswered' })
    await saveResponse(student, number(attemptId, '143'))
    const checked = await checkResponse(student, asked)
    expect(checked.ok && [checked.value.points, checked.value.mark.feedbackIds]).toEqual([0, ['mistake:143']])
    expect(await checkResponse(student, asked)).toEqual(checked)
    const change = number(attemptId, '137', { revision: 2 })
    expect(await saveResponse(student, change)).toEqual({ ok: false, error: 'checked' })
    const read = await readAttempt(student, attemptId)
    expect(read.ok && read.value.checked.map((one) => one.question.id)).toEqual(['a-number'])
    expect(JSON.stringify(read)).not.toMatch(/SECRET (why|yes|no)/)
    await submitAttempt(student, attemptId)
    await start(student, quizId)
    expect(await db().grade.count({ where: { userId: student.id } })).toBe(0)
  })

  it('is not given at once by an assignment that keeps it for later', async () => {
    const { student, quizId } = await classroom({ feedbackPolicy: 'at_once', scorePolicy: 'after_due' })
    const attemptId = await start(student, quizId)
    await saveResponse(student, number(attemptId, '143'))
    const asked = { attemptId, questionId: 'a-number' }
    expect(await checkResponse(student, asked)).toEqual({ ok: false, error: 'not-at-once' })
    expect(await checkResponse(await createViewer('Sasha'), asked)).toEqual({ ok: false, error: 'not-found' })
  })
})

describe('one way', () => {
  it('takes no answer to a question that was left', async () => {
    const { student, quizId } = await classroom({ oneWay: true, shuffleQuestions: false })
    const attemptId = await start(student, quizId)
    expect(await leaveQuestion(student, { attemptId, questionId: 'a-statement' })).toEqual({
      ok: true,
      value: { reached: 3 },
    })
    expect(await leaveQuestion(student, { attemptId, questionId: 'one-right' })).toEqual({
      ok: true,
      value: { reached: 3 },
    })
    const answer = { type: 'single' as const, choice: 'b' }
    const late = { ...number(attemptId, ''), questionId: 'one-right', answer }
    expect(await saveResponse(student, late)).toEqual({ ok: false, error: 'passed' })
    expect((await saveResponse(student, number(attemptId, '137'))).ok).toBe(true)
  })

  it('is no rule of other quizzes, nor anybody else’s business', async () => {
    const { student, quizId } = await classroom()
    const asked = { attemptId: await start(student, quizId), questionId: 'one-right' }
    expect(await leaveQuestion(student, asked)).toEqual({ ok: false, error: 'not-found' })
  })
})

describe('pinned questions', () => {
  it('stay as they were when the attempt began, through its marking', async () => {
    const { student, quizId } = await classroom()
    const attemptId = await start(student, quizId)
    const { questions } = FIXED_QUIZ
    const changed = questions.map((question) => (question.type === 'numeric' ? { ...question, answer: 1 } : question))
    const spy = vi.spyOn(FIXED_QUIZ, 'questions', 'get').mockReturnValue(changed)
    await saveResponse(student, number(attemptId, '137'))
    await submitAttempt(student, attemptId)
    const second = await start(student, quizId)
    await saveResponse(student, number(second, '137'))
    await submitAttempt(student, second)
    spy.mockRestore()
    const attempts = await db().attempt.findMany({ where: { userId: student.id }, orderBy: { ordinal: 'asc' } })
    expect(attempts.map((attempt) => attempt.points)).toEqual([1, 0])
  })

  it('are given to attempts that began before there were any', async () => {
    const { student, quizId } = await classroom()
    const attemptId = await start(student, quizId)
    const { questions } = await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })
    await db().attempt.update({ where: { id: attemptId }, data: { questions: [] } })
    await pinOlderAttempts()
    expect((await db().attempt.findUniqueOrThrow({ where: { id: attemptId } })).questions).toEqual(questions)
  })
})

it('gives a receipt that says what was handed in', async () => {
  const { student, quizId } = await classroom()
  const attemptId = await start(student, quizId)
  const open = await readAttempt(student, attemptId)
  await saveResponse(student, number(attemptId, '137'))
  await submitAttempt(student, attemptId)
  const read = await readAttempt(student, attemptId)
  const again = await readAttempt(student, attemptId)
  expect(open.ok && open.value.receipt).toBeNull()
  expect(read.ok && read.value.receipt).toMatch(/^(?:[2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
  expect(again.ok && again.value.receipt).toBe(read.ok && read.value.receipt)
})
