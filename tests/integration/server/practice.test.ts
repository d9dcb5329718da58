import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/server/db'
import { readGradebook } from '@/server/gradebook/read-gradebook'
import { finishExplanations } from '@/server/jobs/explain-stored'
import { gradeWaitingSubmissions } from '@/server/jobs/grade-stored'
import { homeTimeZone } from '@/server/practice/home-time-zone'
import { listOwnPractice, listPractice, readPractice } from '@/server/practice/read-practice'
import { submitPractice } from '@/server/practice/submit-practice'
import { readProvenance } from '@/server/provenance/read-provenance'
import { openAppeal } from '@/server/submissions/appeals'
import { readStepState } from '@/server/submissions/read-step-state'
import {
  listOwnSubmissions,
  readSubmissionForOwner,
  readSubmissionForStaff,
} from '@/server/submissions/read-submission'
import { retryGrading } from '@/server/submissions/retry-grading'
import type { Viewer } from '@/server/views/viewer'
import type { TestDatabase } from '../database'
import { createViewer, join, openDatabase } from './classroom'
import { createTaughtClass } from './exercise-class'
import { FIXED_EXPLANATION, FIXED_STATE, fixedVerdict } from './fixed-grading-pool'

vi.mock('@/server/course', () => import('./fixed-course'))
vi.mock('@/server/jobs/shared-grading-pool', () => import('./fixed-grading-pool'))

let database: TestDatabase
let classId: string
let exerciseId: string
let instructor: Viewer
let admin: Viewer

beforeAll(async () => {
  database = await openDatabase()
  const taught = await createTaughtClass()
  classId = taught.classId
  exerciseId = taught.exerciseId
  instructor = taught.instructor
  admin = await createViewer('Admin', true)
})
afterAll(() => database.drop())

const SLUG = 'fixed-exercise'
const anHourAgo = new Date(Date.now() - 3_600_000)

function session(text: string, idempotencyKey: string = randomUUID()) {
  return { exercise: SLUG, transcripts: [text], files: [], answers: { why: 'b' }, idempotencyKey }
}

async function practise(viewer: Viewer, text: string): Promise<string> {
  const submitted = await submitPractice(viewer, session(text))
  if (!submitted.ok) {
    throw new Error(submitted.error)
  }
  await finishExplanations()
  return submitted.value.id
}

it('is for everybody with an account: a real verdict, kept for its owner alone', async () => {
  const viewer = await createViewer('Lou')
  expect(await readPractice(viewer, SLUG)).toMatchObject({
    ok: true,
    value: {
      exercise: { slug: SLUG, chapter: '11-stop-start-kill', goals: [{ id: 'all', points: 10 }] },
      hints: [{ goal: 'all', hints: [{ kind: 'concept', cost: 0, text: { en: '<p>SECRET hint</p>' } }] }],
    },
  })
  const id = await practise(viewer, 'worth 7')
  const own = await readSubmissionForOwner(viewer, id)
  expect(own).toMatchObject({
    ok: true,
    value: {
      assignmentId: null,
      exerciseSlug: SLUG,
      ordinal: 1,
      points: 7,
      hintCost: 0,
      latePercent: 100,
      counts: false,
      verdict: { ...fixedVerdict(7), answers: [{ question: 'why', right: true }] },
      explanation: FIXED_EXPLANATION,
      answers: [{ id: 'why', feedback: { right: true, text: { en: '<p>SECRET yes</p>' } } }],
    },
  })
  expect(await readStepState(viewer, { submissionId: id, terminal: 0, line: 1 })).toEqual({
    ok: true,
    value: FIXED_STATE,
  })
  expect((await retryGrading(viewer, id)).ok).toBe(true)
  const refused = { ok: false, error: 'not-found' }
  // Nobody would answer an appeal.
  expect(await openAppeal(viewer, { submissionId: id, terminal: 0, line: 1, comment: 'No.' })).toEqual(refused)
  for (const other of [await createViewer('Max'), instructor, admin]) {
    expect(await readSubmissionForOwner(other, id)).toEqual(refused)
    expect(await readSubmissionForStaff(other, id)).toEqual(refused)
    expect(await readStepState(other, { submissionId: id, terminal: 0, line: 1 })).toEqual(refused)
    expect(await retryGrading(other, id)).toEqual(refused)
    expect(await readProvenance(other, id)).toEqual(refused)
    expect(await listOwnPractice(other, SLUG)).toEqual({ ok: true, value: [] })
  }
})

it('never counts: no grade, no cell of a gradebook, no submission of the assignment, no id to compare', async () => {
  const student = await createViewer('Noah')
  await join(classId, student, 'student')
  await db().assignment.update({ where: { id: exerciseId }, data: { closesAt: anHourAgo } })
  const id = await practise(student, `worth 9\n${'ab'.repeat(32)}`)
  expect(await db().grade.count({ where: { userId: student.id } })).toBe(0)
  expect(await db().createdId.count({ where: { submissionId: id } })).toBe(0)
  expect(await listOwnSubmissions(student, exerciseId)).toEqual({ ok: true, value: [] })
  const book = await readGradebook(instructor, classId)
  const row = book.ok ? book.value.rows.find((one) => one.student.id === student.id) : undefined
  expect(row?.cells.map(({ state, attempts, openId }) => ({ state, attempts, openId }))).toEqual([
    { state: 'none', attempts: 0, openId: null },
    { state: 'none', attempts: 0, openId: null },
  ])
  await db().assignment.update({ where: { id: exerciseId }, data: { closesAt: null } })
})

it('waits until the viewer’s own assignment of the exercise is over and its keys are shown', async () => {
  const student = await createViewer('Noah')
  await join(classId, student, 'student')
  const change = (data: object) => db().assignment.update({ where: { id: exerciseId }, data })
  const refused = { ok: false, error: 'assigned' }
  const ask = async () => {
    const [read, sent, listed] = [
      await readPractice(student, SLUG),
      await submitPractice(student, session('worth 1')),
      await listPractice(student),
    ]
    const slugs = listed.ok ? listed.value.map(({ slug }) => slug) : listed.error
    return read.ok && sent.ok ? slugs : [read, sent, slugs]
  }
  expect(await ask()).toEqual([refused, refused, []])
  await change({ opensAt: new Date(Date.now() + 3_600_000) })
  expect(await ask()).toEqual([refused, refused, []])
  await change({ opensAt: null, closesAt: anHourAgo, feedbackPolicy: 'never' })
  expect(await ask()).toEqual([refused, refused, []])
  await change({ feedbackPolicy: 'after_submission' })
  const granted = await db().accommodation.create({
    data: { classId, userId: student.id, closesAt: new Date(Date.now() + 3_600_000) },
  })
  expect(await ask()).toEqual([refused, refused, []])
  await db().accommodation.delete({ where: { id: granted.id } })
  expect(await ask()).toEqual([SLUG])
  await change({ closesAt: null })
  expect((await readPractice(instructor, SLUG)).ok).toBe(true)
})

it('lists how often an exercise was practised and the best time, and each session newest first', async () => {
  const viewer = await createViewer('Lou')
  const entry = {
    slug: SLUG,
    title: { fr: 'Un exercice', en: 'An exercise' },
    chapter: '11-stop-start-kill',
    minutes: 10,
    goals: 1,
    points: 10,
    count: 0,
    best: null,
  }
  expect(await listPractice(viewer)).toEqual({ ok: true, value: [entry] })
  const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await practise(viewer, 'breaks the grader')
  logged.mockRestore()
  expect(await listPractice(viewer)).toEqual({ ok: true, value: [{ ...entry, count: 1 }] })
  for (const points of [3, 8, 5]) await practise(viewer, `worth ${points}`)
  expect(await listPractice(viewer)).toEqual({
    ok: true,
    value: [{ ...entry, count: 4, best: { points: 8, pointsMax: 10 } }],
  })
  const listed = await listOwnPractice(viewer, SLUG)
  expect(listed.ok && listed.value.map(({ ordinal, points, state }) => [ordinal, points, state])).toEqual([
    [4, 5, 'graded'],
    [3, 8, 'graded'],
    [2, 3, 'graded'],
    [1, null, 'not-graded'],
  ])
})

it('takes one key as one session, several at once as several, and keeps the last fifty', async () => {
  const viewer = await createViewer('Lou')
  const key = randomUUID()
  const same = await Promise.all(Array.from({ length: 5 }, () => submitPractice(viewer, session('worth 1', key))))
  expect(new Set(same.map((one) => one.ok && one.value.id)).size).toBe(1)
  await Promise.all(Array.from({ length: 4 }, () => submitPractice(viewer, session('worth 1'))))
  const ordinals = async () => {
    const rows = await db().submission.findMany({ where: { userId: viewer.id }, orderBy: { ordinal: 'asc' } })
    return rows.map(({ ordinal }) => ordinal)
  }
  expect(await ordinals()).toEqual([1, 2, 3, 4, 5])
  await db().submission.updateMany({ where: { userId: viewer.id, ordinal: 5 }, data: { ordinal: 52 } })
  await practise(viewer, 'worth 1')
  expect(await ordinals()).toEqual([4, 52, 53])
})

it('refuses what is no exercise, empty or too large, and whoever is not signed in', async () => {
  const viewer = await createViewer('Lou')
  const send = (change: object) => submitPractice(viewer, { ...session('worth 1'), ...change })
  expect(await send({ exercise: 'none' })).toEqual({ ok: false, error: 'not-found' })
  expect(await send({ transcripts: [' '] })).toEqual({ ok: false, error: 'empty' })
  expect(await send({ transcripts: ['x'.repeat(1_048_577)] })).toEqual({ ok: false, error: 'transcript-too-large' })
  expect(await db().submission.count({ where: { userId: viewer.id } })).toBe(0)
  const refused = { ok: false, error: 'signed-out' }
  expect([
    await readPractice(null, SLUG),
    await listPractice(null),
    await listOwnPractice(null, SLUG),
    await submitPractice(null, session('worth 1')),
  ]).toEqual([refused, refused, refused, refused])
})

it('is graded by the sweep when a crash came between storing and grading', async () => {
  const viewer = await createViewer('Lou')
  const id = await practise(viewer, 'worth 4')
  await db().verdict.deleteMany({ where: { submissionId: id } })
  await db().submission.update({ where: { id }, data: { state: 'received' } })
  expect(await gradeWaitingSubmissions()).toBe(1)
  await finishExplanations()
  const read = await readSubmissionForOwner(viewer, id)
  expect(read.ok && read.value.points).toBe(4)
})

it('tells its times in the zone of the viewer’s first class, else in the default one', async () => {
  const viewer = await createViewer('Lou')
  expect(await homeTimeZone(viewer)).toBe('Europe/Paris')
  const { id } = await db().class.create({ data: { name: 'Elsewhere', timeZone: 'Asia/Tokyo' } })
  // Two rows written one after the other may be of one millisecond.
  await db().membership.create({ data: { classId: id, userId: viewer.id, role: 'student', createdAt: anHourAgo } })
  await join(classId, viewer, 'student')
  expect(await homeTimeZone(viewer)).toBe('Asia/Tokyo')
})

it('a submission is either of an assignment or practice, never both or neither', async () => {
  const viewer = await createViewer('Lou')
  const row = { userId: viewer.id, ordinal: 1, idempotencyKey: randomUUID(), drawSeed: 1 }
  await expect(db().submission.create({ data: row })).rejects.toThrow('submission_assignment_or_practice')
  await expect(
    db().submission.create({ data: { ...row, assignmentId: exerciseId, practiceSlug: SLUG } }),
  ).rejects.toThrow('submission_assignment_or_practice')
})
