import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { db } from '@/server/db'
import { finishExplanations } from '@/server/jobs/explain-stored'
import { answerAppeal, listAppeals, openAppeal } from '@/server/submissions/appeals'
import { readHints, takeHint } from '@/server/submissions/hints'
import { readStepState } from '@/server/submissions/read-step-state'
import {
  listOwnSubmissions,
  readSubmissionForOwner,
  readSubmissionForStaff,
} from '@/server/submissions/read-submission'
import type { Viewer } from '@/server/views/viewer'
import type { TestDatabase } from '../database'
import { openDatabase } from './classroom'
import { createStudent, createTaughtClass, handIn } from './exercise-class'
import { FIXED_EXPLANATION, FIXED_STATE } from './fixed-grading-pool'

vi.mock('@/server/course', () => import('./fixed-course'))
vi.mock('@/server/jobs/shared-grading-pool', () => import('./fixed-grading-pool'))

let database: TestDatabase
let classId: string
let exerciseId: string
let instructor: Viewer

beforeAll(async () => {
  database = await openDatabase()
  const taught = await createTaughtClass()
  classId = taught.classId
  exerciseId = taught.exerciseId
  instructor = taught.instructor
})
afterAll(() => database.drop())

const newStudent = () => createStudent(classId)
const submit = (student: Viewer, text: string, answers?: Readonly<Record<string, string>>) =>
  handIn(student, exerciseId, text, answers)

async function gradeOf(student: Viewer) {
  const where = { assignmentId_userId: { assignmentId: exerciseId, userId: student.id } }
  const grade = await db().grade.findUniqueOrThrow({ where })
  return { points: grade.points, submissionId: grade.submissionId }
}

const HINT_TEXT = { fr: '<p>SECRET hint (fr)</p>', en: '<p>SECRET hint</p>' }

describe('hints', () => {
  it('say their price first, their text once taken, and cost what is sent afterwards only', async () => {
    const student = await newStudent()
    expect(await readHints(student, exerciseId)).toEqual({
      ok: true,
      value: [{ goal: 'all', hints: [{ kind: 'concept', cost: 2, text: null }] }],
    })
    const before = await submit(student, 'worth 7')
    const taken = { ok: true, value: { goal: 'all', hints: [{ kind: 'concept', cost: 2, text: HINT_TEXT }] } }
    const ask = () => takeHint(student, { assignmentId: exerciseId, goal: 'all', kind: 'concept' })
    expect([await ask(), await ask()]).toEqual([taken, taken])
    expect(await gradeOf(student)).toEqual({ points: 7, submissionId: before })
    const after = await submit(student, 'worth 10')
    expect(await gradeOf(student)).toEqual({ points: 8, submissionId: after })
    const listed = await listOwnSubmissions(student, exerciseId)
    expect(
      listed.ok ? listed.value.map(({ id, points, hintCost, counts }) => ({ id, points, hintCost, counts })) : null,
    ).toEqual([
      { id: after, points: 10, hintCost: 2, counts: true },
      { id: before, points: 7, hintCost: 0, counts: false },
    ])
  })

  it('lessen what is left after lateness', async () => {
    const student = await newStudent()
    const dueAt = new Date(Date.now() - 3_600_000)
    await db().assignment.update({
      where: { id: exerciseId },
      data: { dueAt, lateTimeline: [{ hours: 24, percent: 50 }] },
    })
    await takeHint(student, { assignmentId: exerciseId, goal: 'all', kind: 'concept' })
    const id = await submit(student, 'worth 10')
    await db().assignment.update({ where: { id: exerciseId }, data: { dueAt: null, lateTimeline: [] } })
    expect(await gradeOf(student)).toEqual({ points: 4, submissionId: id })
  })

  it('are not given of another goal, out of order, or when the exercise is closed', async () => {
    const student = await newStudent()
    const ask = (goal: string, kind: 'concept' | 'flags') => takeHint(student, { assignmentId: exerciseId, goal, kind })
    expect(await ask('none', 'concept')).toEqual({ ok: false, error: 'not-found' })
    expect(await ask('all', 'flags')).toEqual({ ok: false, error: 'not-found' })
    await db().assignment.update({ where: { id: exerciseId }, data: { closesAt: new Date(Date.now() - 1_000) } })
    expect(await ask('all', 'concept')).toEqual({ ok: false, error: 'closed' })
    await db().assignment.update({ where: { id: exerciseId }, data: { closesAt: null } })
    expect(await db().hintTaken.count({ where: { userId: student.id } })).toBe(0)
  })
})

describe('the feedback of questions', () => {
  const [inOneHour, anHourAgo] = [3_600_000, -3_600_000].map((ms) => new Date(Date.now() + ms))

  async function feedbackOf(policies: object, answer: string): Promise<unknown> {
    await db().assignment.update({ where: { id: exerciseId }, data: policies })
    const student = await newStudent()
    const id = await submit(student, 'worth 7', answer === '' ? {} : { why: answer })
    await finishExplanations()
    const [own, staff] = [await readSubmissionForOwner(student, id), await readSubmissionForStaff(instructor, id)]
    await db().assignment.update({
      where: { id: exerciseId },
      data: { dueAt: null, feedbackPolicy: 'after_submission', scorePolicy: 'after_submission' },
    })
    if (!own.ok || !staff.ok) {
      throw new Error('not read')
    }
    const seen = own.value.answers.map((one) => one.feedback)
    expect(JSON.stringify(own).includes('SECRET')).toBe(seen.some((one) => one !== null))
    return { student: seen, staff: staff.value.answers.map((one) => one.feedback) }
  }

  const yes = { right: true, text: { fr: '<p>SECRET yes (fr)</p>', en: '<p>SECRET yes</p>' } }
  const no = { right: false, text: { fr: '<p>SECRET no (fr)</p>', en: '<p>SECRET no</p>' } }

  it.each([
    ['after submission', {}, 'b', { student: [yes], staff: [yes] }],
    ['of a wrong answer', {}, 'a', { student: [no], staff: [no] }],
    ['of no answer', {}, '', { student: [null], staff: [null] }],
    ['never', { feedbackPolicy: 'never' }, 'b', { student: [null], staff: [yes] }],
    ['before it is due', { feedbackPolicy: 'after_due', dueAt: inOneHour }, 'a', { student: [null], staff: [no] }],
    ['once it was due', { feedbackPolicy: 'after_due', dueAt: anHourAgo }, 'a', { student: [no], staff: [no] }],
    ['before the score', { scorePolicy: 'never' }, 'b', { student: [null], staff: [yes] }],
  ])('is told as the policy says: %s', async (_when, policies, answer, expected) => {
    expect(await feedbackOf(policies, answer)).toEqual(expected)
  })
})

it('a repair and a belief wait for the feedback policy too', async () => {
  const student = await newStudent()
  const id = await submit(student, 'worth 7')
  await finishExplanations()
  const repairs = [{ terminal: 0, line: 1, before: 'docker ps', after: 'docker ps -a', scoreAfter: 10 }]
  const explanation = { ...FIXED_EXPLANATION, repairs, misconception: 'ps-lists-everything' }
  await db().$executeRaw`
    UPDATE verdict SET explanation = ${JSON.stringify(explanation)}::json WHERE submission_id = ${id}::uuid`
  const read = async () => {
    const own = await readSubmissionForOwner(student, id)
    return own.ok ? own.value.explanation : own.error
  }
  expect(await read()).toEqual(explanation)
  await db().assignment.update({ where: { id: exerciseId }, data: { feedbackPolicy: 'never' } })
  expect(await read()).toEqual({ ...explanation, repairs: [], misconception: null })
  await db().assignment.update({ where: { id: exerciseId }, data: { feedbackPolicy: 'after_submission' } })
})

describe('an appeal', () => {
  it('is kept with its line, answered by the class’s staff, and every answer stays in the audit trail', async () => {
    const student = await newStudent()
    const submissionId = await submit(student, 'worth 7')
    const place = { submissionId, terminal: 0, line: 1 }
    expect(await openAppeal(student, { ...place, comment: 'Mine showed it.' })).toEqual({ ok: true, value: null })
    expect(await openAppeal(student, { ...place, comment: 'Again.' })).toEqual({ ok: false, error: 'repeated' })
    expect(await openAppeal(student, { ...place, line: 9, comment: 'There.' })).toEqual({
      ok: false,
      error: 'no-such-line',
    })
    const opened = await listAppeals(student, submissionId)
    const appeal = {
      id: expect.any(String),
      terminal: 0,
      line: 1,
      comment: 'Mine showed it.',
      createdAt: expect.any(String),
      state: 'open',
      answer: '',
      answeredBy: null,
      regrade: null,
    }
    expect(opened).toEqual({ ok: true, value: [appeal] })
    const appealId = opened.ok ? (opened.value[0]?.id ?? '') : ''
    await answerAppeal(instructor, { appealId, state: 'declined', answer: 'No.' })
    await answerAppeal(instructor, { appealId, state: 'accepted', answer: 'You are right.' })
    expect(await listAppeals(student, submissionId)).toEqual({
      ok: true,
      value: [
        {
          ...appeal,
          state: 'accepted',
          answer: 'You are right.',
          answeredBy: 'Irène',
          regrade: { before: 7, after: 7 },
        },
      ],
    })
    const audit = await db().auditEntry.findMany({
      where: { classId, action: 'appeal-answered' },
      orderBy: { id: 'asc' },
    })
    expect(audit.map(({ actorId, detail }) => ({ actorId, detail }))).toEqual([
      {
        actorId: instructor.id,
        detail: {
          appealId,
          submissionId,
          before: { state: 'open', answer: '' },
          after: { state: 'declined', answer: 'No.' },
        },
      },
      {
        actorId: instructor.id,
        detail: {
          appealId,
          submissionId,
          before: { state: 'declined', answer: 'No.' },
          after: { state: 'accepted', answer: 'You are right.' },
        },
      },
    ])
  })
})

it('the machine around a command is read from a replay, and of no other line', async () => {
  const student = await newStudent()
  const submissionId = await submit(student, 'worth 7')
  expect(await readStepState(student, { submissionId, terminal: 0, line: 1 })).toEqual({ ok: true, value: FIXED_STATE })
  expect(await readStepState(student, { submissionId, terminal: 0, line: 2 })).toEqual({
    ok: false,
    error: 'not-found',
  })
})
