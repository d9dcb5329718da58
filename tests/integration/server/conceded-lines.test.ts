import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { db } from '@/server/db'
import { finishExplanations } from '@/server/jobs/explain-stored'
import { listAlike } from '@/server/submissions/alike'
import { readAppealCase } from '@/server/submissions/appeal-case'
import { answerAppeal, listAppeals, openAppeal } from '@/server/submissions/appeals'
import { takeHint } from '@/server/submissions/hints'
import { readSubmissionForOwner } from '@/server/submissions/read-submission'
import { regradeWaitingAppeals } from '@/server/submissions/regrade-conceded'
import type { Viewer } from '@/server/views/viewer'
import type { TestDatabase } from '../database'
import { openDatabase } from './classroom'
import { createStudent, createTaughtClass, handIn } from './exercise-class'

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

const newStudent = (name?: string) => createStudent(classId, name)
const submit = (student: Viewer, text: string) => handIn(student, exerciseId, text)

async function appealed(student: Viewer, submissionId: string, comment = 'Mine printed it.'): Promise<string> {
  await openAppeal(student, { submissionId, terminal: 0, line: 1, comment })
  const { id } = await db().appeal.findFirstOrThrow({ where: { submissionId } })
  return id
}

async function answer(appealId: string, state: 'accepted' | 'declined'): Promise<void> {
  expect(await answerAppeal(instructor, { appealId, state, answer: 'Seen.' })).toEqual({ ok: true, value: null })
  await finishExplanations()
}

async function gradeOf(student: Viewer) {
  const where = { assignmentId_userId: { assignmentId: exerciseId, userId: student.id } }
  const { points, submissionId } = await db().grade.findUniqueOrThrow({ where })
  return { points, submissionId }
}

async function regradeOf(student: Viewer, submissionId: string) {
  const listed = await listAppeals(student, submissionId)
  return listed.ok ? listed.value.map(({ state, regrade }) => ({ state, regrade })) : listed.error
}

async function verdictsOf(submissionId: string) {
  const rows = await db().verdict.findMany({ where: { submissionId }, orderBy: { createdAt: 'asc' } })
  return rows.map(({ points, conceded }) => ({ points, conceded }))
}

async function auditOf(submissionId: string) {
  const rows = await db().auditEntry.findMany({
    where: { classId, action: 'submission-regraded', detail: { path: ['submissionId'], equals: submissionId } },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ actorId, detail }) => ({ actorId, detail }))
}

it('an accepted appeal has the submission graded without holding the line against it, once, with its reason kept', async () => {
  const student = await newStudent()
  const id = await submit(student, 'worth 7, 10 if conceded')
  const appealId = await appealed(student, id)
  await answer(appealId, 'accepted')
  await answer(appealId, 'accepted')
  expect(await gradeOf(student)).toEqual({ points: 10, submissionId: id })
  expect(await regradeOf(student, id)).toEqual([{ state: 'accepted', regrade: { before: 7, after: 10 } }])
  expect(await verdictsOf(id)).toEqual([
    { points: 7, conceded: '' },
    { points: 10, conceded: '0:1' },
  ])
  const read = await readSubmissionForOwner(student, id)
  expect(read.ok && [read.value.points, read.value.verdict?.score, read.value.explanation]).toEqual([
    10,
    10,
    expect.anything(),
  ])
  expect(await auditOf(id)).toEqual([
    {
      actorId: instructor.id,
      detail: {
        submissionId: id,
        appealIds: [appealId],
        before: { points: 7, conceded: '' },
        after: { points: 10, conceded: '0:1' },
        stored: true,
      },
    },
  ])
})

it('what is accepted pays the hints that were taken before, and the best submission goes on counting', async () => {
  const student = await newStudent()
  await takeHint(student, { assignmentId: exerciseId, goal: 'all', kind: 'concept' })
  const id = await submit(student, 'worth 5, 10 if conceded')
  expect(await gradeOf(student)).toEqual({ points: 4, submissionId: id })
  await answer(await appealed(student, id), 'accepted')
  expect(await regradeOf(student, id)).toEqual([{ state: 'accepted', regrade: { before: 4, after: 8 } }])
  expect(await gradeOf(student)).toEqual({ points: 8, submissionId: id })

  const other = await newStudent()
  const best = await submit(other, 'worth 9')
  const later = await submit(other, 'worth 2, 8 if conceded')
  await answer(await appealed(other, later), 'accepted')
  expect(await regradeOf(other, later)).toEqual([{ state: 'accepted', regrade: { before: 2, after: 8 } }])
  expect(await gradeOf(other)).toEqual({ points: 9, submissionId: best })
})

it('an accepted appeal never lowers a score; the former verdict stays in force', async () => {
  const student = await newStudent()
  const id = await submit(student, 'worth 7, 2 if conceded')
  await answer(await appealed(student, id), 'accepted')
  expect(await gradeOf(student)).toEqual({ points: 7, submissionId: id })
  expect(await regradeOf(student, id)).toEqual([{ state: 'accepted', regrade: { before: 7, after: 7 } }])
  expect(await verdictsOf(id)).toEqual([{ points: 7, conceded: '' }])
  expect((await auditOf(id)).map(({ detail }) => detail)).toMatchObject([{ after: { points: 2 }, stored: false }])
})

it('an acceptance that is taken back gives the submission the verdict without it; declining changes nothing', async () => {
  const student = await newStudent()
  const id = await submit(student, 'worth 7, 10 if conceded')
  const appealId = await appealed(student, id)
  await answer(appealId, 'declined')
  expect(await auditOf(id)).toEqual([])
  await answer(appealId, 'accepted')
  expect(await gradeOf(student)).toEqual({ points: 10, submissionId: id })
  await answer(appealId, 'declined')
  expect(await gradeOf(student)).toEqual({ points: 7, submissionId: id })
  expect(await regradeOf(student, id)).toEqual([{ state: 'declined', regrade: null }])
  expect(await verdictsOf(id)).toEqual([
    { points: 10, conceded: '0:1' },
    { points: 7, conceded: '' },
  ])
  expect(await auditOf(id)).toHaveLength(2)
})

it('an acceptance whose regrade a crash left undone is made good by the sweep, and an old one left alone', async () => {
  const student = await newStudent()
  const id = await submit(student, 'worth 7, 10 if conceded')
  const appealId = await appealed(student, id)
  const acceptedAgo = (ms: number) =>
    db().appeal.update({
      where: { id: appealId },
      data: { state: 'accepted', answeredById: instructor.id, answeredAt: new Date(Date.now() - ms) },
    })
  for (const ms of [1_000, 2 * 3_600_000]) {
    await acceptedAgo(ms)
    await regradeWaitingAppeals()
    expect(await regradeOf(student, id)).toEqual([{ state: 'accepted', regrade: null }])
  }
  await acceptedAgo(120_000)
  await regradeWaitingAppeals()
  await finishExplanations()
  expect(await regradeOf(student, id)).toEqual([{ state: 'accepted', regrade: { before: 7, after: 10 } }])
  expect(await gradeOf(student)).toEqual({ points: 10, submissionId: id })
})

it('lists for the staff the newest work of others with the same disagreement about the same command', async () => {
  const [owner, alike, mended, other] = await Promise.all(['Ana', 'Bob', 'Cid', 'Dan'].map((name) => newStudent(name)))
  if (!owner || !alike || !mended || !other) {
    throw new Error('not all students were made')
  }
  const id = await submit(owner, 'worth 7 Exited (143)')
  await submit(owner, 'worth 7 Exited (143)')
  const appealId = await appealed(owner, id)
  await submit(alike, 'worth 1')
  const found = await submit(alike, 'worth 5 Exited (143)')
  await submit(mended, 'worth 5 Exited (143)')
  await submit(mended, 'worth 7')
  await submit(other, 'worth 7')
  const expected = [{ appealId, classId, submissionId: found, student: 'Bob', terminal: 0, line: 1 }]
  expect(await listAlike(instructor, id)).toEqual({ ok: true, value: expected })
  await answer(appealId, 'accepted')
  expect(await listAlike(instructor, id)).toEqual({ ok: true, value: expected })
})

it('hands out an appeal as a case: the verdict objected to, and nothing that names anybody', async () => {
  const student = await newStudent()
  const paste =
    'worth 7 Exited (143)\nzoe@thinkpad-of-zoe:~$ docker login -u student -p hunter222\nzoe@thinkpad-of-zoe:~$ docker ps'
  const id = await submit(student, paste)
  const appealId = await appealed(student, id, 'zoe@thinkpad-of-zoe:~$ printed it, and hunter222 is mine.')
  await answer(appealId, 'accepted')
  const read = await readAppealCase(instructor, appealId)
  expect(read).toEqual({
    ok: true,
    value: {
      format: 'quai-appeal-1',
      exercise: 'fixed-exercise',
      drawSeed: expect.any(Number),
      versions: { engine: 'e1', grader: 'g1', exercise: '1' },
      terminal: 0,
      line: 1,
      command: 'docker ps',
      printed: 'nul \u0000 stays',
      disagreements: [],
      comment: expect.stringContaining(' printed it, and '),
      transcripts: [expect.stringContaining('worth 7 Exited (143)\n')],
      files: {},
    },
  })
  expect(JSON.stringify(read)).not.toMatch(/zoe|hunter222|Noah/)
})
