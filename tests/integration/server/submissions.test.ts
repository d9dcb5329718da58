import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { db } from '@/server/db'
import { explainWaitingVerdicts, finishExplanations } from '@/server/jobs/explain-stored'
import { gradeStoredSubmission, gradeWaitingSubmissions } from '@/server/jobs/grade-stored'
import { readExercise } from '@/server/submissions/read-exercise'
import { listOwnSubmissions, readSubmissionForOwner } from '@/server/submissions/read-submission'
import { retryGrading } from '@/server/submissions/retry-grading'
import { storeSubmission, submitTranscript } from '@/server/submissions/submit-transcript'
import type { Viewer } from '@/server/views/viewer'
import type { TestDatabase } from '../database'
import { createClass, createViewer, join, openDatabase } from './classroom'
import { FIXED_EXPLANATION, fixedVerdict, graded } from './fixed-grading-pool'

vi.mock('@/server/course', () => import('./fixed-course'))
vi.mock('@/server/jobs/shared-grading-pool', () => import('./fixed-grading-pool'))

let database: TestDatabase
let student: Viewer
let exerciseId: string

beforeAll(async () => {
  database = await openDatabase()
  const created = await createClass()
  exerciseId = created.exerciseId
  student = await createViewer('Noah')
  await join(created.classId, student, 'student')
})
afterAll(() => database.drop())

function paste(text: string, idempotencyKey: string = randomUUID()) {
  return { assignmentId: exerciseId, transcripts: [text], files: [], idempotencyKey }
}

async function submit(text: string): Promise<string> {
  const submitted = await submitTranscript(student, paste(text))
  if (!submitted.ok) {
    throw new Error(submitted.error)
  }
  return submitted.value.id
}

describe('submitTranscript', () => {
  it('gives back exactly what was pasted, with the verdict as the grader wrote it', async () => {
    const text = 'worth 7\r\n\u0000\uFEFF\u001b[31mé🐳\t'
    const files = [{ name: 'Dockerfile', content: 'FROM alpine\n' }]
    const submitted = await submitTranscript(student, { ...paste(text), transcripts: [text, ' second '], files })
    expect(submitted).toEqual({
      ok: true,
      value: { id: expect.any(String), state: 'graded', submittedAt: expect.any(String) },
    })
    await finishExplanations()
    const read = await readSubmissionForOwner(student, submitted.ok ? submitted.value.id : '')
    expect(read).toEqual({
      ok: true,
      value: {
        id: submitted.ok && submitted.value.id,
        state: 'graded',
        submittedAt: expect.any(String),
        ordinal: 1,
        points: 7,
        pointsMax: 10,
        assignmentId: exerciseId,
        exerciseSlug: 'fixed-exercise',
        title: { fr: 'Un exercice', en: 'An exercise' },
        transcripts: [text, ' second '],
        files,
        answers: [{ id: 'why', prompt: { fr: '<p>Why? (fr)</p>', en: '<p>Why?</p>' }, answer: null, feedback: null }],
        hintCost: 0,
        latePercent: 100,
        counts: true,
        goals: [{ id: 'all', title: { fr: 'Tout', en: 'Everything' }, points: 10, chapter: null }],
        verdict: fixedVerdict(7),
        explanation: FIXED_EXPLANATION,
        misconception: null,
      },
    })
  })

  it('stores the verdict’s very bytes', async () => {
    const id = await submit('worth 3')
    const [row] = await db().$queryRaw<{ text: string }[]>`
      SELECT result::text AS text FROM verdict WHERE submission_id = ${id}::uuid`
    expect(row?.text).toBe(JSON.stringify(fixedVerdict(3)))
  })

  it('takes simultaneous requests with one key as one submission, and with several keys as several', async () => {
    const before = await db().submission.count()
    const key = randomUUID()
    const same = await Promise.all(Array.from({ length: 5 }, () => submitTranscript(student, paste('worth 1', key))))
    expect(new Set(same.map((one) => one.ok && one.value.id)).size).toBe(1)
    expect(await db().submission.count()).toBe(before + 1)
    await Promise.all(Array.from({ length: 4 }, () => submit('worth 1')))
    expect(await db().submission.count()).toBe(before + 5)
  })

  const tooLarge = 'é'.repeat(524_289)
  it.each([
    ['empty', { transcripts: [' \n\t'] }],
    ['empty', { transcripts: [] }],
    ['transcript-too-large', { transcripts: [tooLarge] }],
    ['too-many-transcripts', { transcripts: ['1', '2', '3', '4', '5', '6'] }],
    ['file-too-large', { files: [{ name: 'Dockerfile', content: tooLarge }] }],
    ['too-many-files', { files: Array.from({ length: 11 }, (_, index) => ({ name: `f${index}`, content: 'x' })) }],
  ])('refuses with %s and stores nothing', async (error, change) => {
    const before = await db().submission.count()
    expect(await submitTranscript(student, { ...paste('worth 1'), ...change })).toEqual({ ok: false, error })
    expect(await db().submission.count()).toBe(before)
  })

  it('refuses before opening, after closing and beyond the last one, but still answers for one it has', async () => {
    const key = randomUUID()
    const first = await submitTranscript(student, paste('worth 1', key))
    const change = (data: object) => db().assignment.update({ where: { id: exerciseId }, data })
    await change({ opensAt: new Date(Date.now() + 60_000) })
    expect(await submitTranscript(student, paste('worth 1'))).toEqual({ ok: false, error: 'not-open' })
    await change({ opensAt: null, closesAt: new Date(Date.now() - 60_000) })
    expect(await submitTranscript(student, paste('worth 1'))).toEqual({ ok: false, error: 'closed' })
    await change({ closesAt: null, attemptsMax: 1 })
    expect(await submitTranscript(student, paste('worth 1'))).toEqual({ ok: false, error: 'no-attempts-left' })
    expect(await submitTranscript(student, paste('worth 1', key))).toEqual(first)
    await change({ attemptsMax: null })
  })
})

describe('grading', () => {
  it('keeps the best verdict as the grade', async () => {
    const best = await submit('worth 9')
    await submit('worth 2')
    const grade = await db().grade.findFirstOrThrow({ where: { userId: student.id } })
    expect([grade.points, grade.pointsMax, grade.submissionId, grade.attemptId]).toEqual([9, 10, best, null])
  })

  it('makes good a crash between storing and grading', async () => {
    const stored = await storeSubmission(student, paste('worth 4'))
    expect(await gradeWaitingSubmissions()).toBe(1)
    const read = await readSubmissionForOwner(student, stored.ok ? stored.value : '')
    expect(read.ok && [read.value.state, read.value.points]).toEqual(['graded', 4])
    expect(await gradeWaitingSubmissions()).toBe(0)
  })

  it('takes up what a dead instance had claimed when its time is over, and not before', async () => {
    const stored = await storeSubmission(student, paste('worth 5'))
    const id = stored.ok ? stored.value : ''
    const claimUntil = (gradingUntil: Date) => db().submission.update({ where: { id }, data: { gradingUntil } })
    await claimUntil(new Date(Date.now() + 60_000))
    expect(await gradeWaitingSubmissions()).toBe(0)
    await claimUntil(new Date(Date.now() - 1))
    expect(await gradeWaitingSubmissions()).toBe(1)
  })

  it('runs once when two instances pick up the same submission', async () => {
    const stored = await storeSubmission(student, paste('worth 6'))
    const id = stored.ok ? stored.value : ''
    const before = graded.length
    await Promise.all([gradeStoredSubmission(id), gradeStoredSubmission(id), gradeWaitingSubmissions()])
    expect(graded.length).toBe(before + 1)
    expect(await db().verdict.count({ where: { submissionId: id } })).toBe(1)
  })

  it.each(['takes for ever', 'breaks the grader'])(
    'of a paste that %s ends without a verdict and can be retried',
    async (text) => {
      const logged = vi.spyOn(console, 'error').mockImplementation(() => undefined)
      const id = await submit(text)
      const read = await readSubmissionForOwner(student, id)
      expect(read.ok && [read.value.state, read.value.verdict, read.value.points]).toEqual(['not-graded', null, null])
      expect(await gradeWaitingSubmissions()).toBe(0)
      await db().submissionPart.updateMany({ where: { submissionId: id }, data: { content: Buffer.from('worth 8') } })
      const retried = await retryGrading(student, id)
      expect(retried.ok && retried.value.state).toBe('graded')
      expect(logged.mock.calls).toEqual(
        text === 'takes for ever' ? [] : [[`The grader failed on submission ${id}: Error: broken on purpose`]],
      )
      logged.mockRestore()
    },
  )

  it('explains what a crash left unexplained, once it is abandoned, and nothing twice', async () => {
    const id = await submit('worth 5')
    await finishExplanations()
    const explanations = () => db().verdict.findMany({ where: { submissionId: id }, select: { explanation: true } })
    expect(await explanations()).toEqual([{ explanation: FIXED_EXPLANATION }])
    await db().$executeRaw`UPDATE verdict SET explanation = NULL WHERE submission_id = ${id}::uuid`
    expect(await explainWaitingVerdicts()).toBe(0)
    expect(await explainWaitingVerdicts(0)).toBe(1)
    expect(await explanations()).toEqual([{ explanation: FIXED_EXPLANATION }])
    expect(await explainWaitingVerdicts(0)).toBe(0)
  })

  it('does not grade a graded submission again', async () => {
    const id = await submit('worth 2')
    const before = graded.length
    await retryGrading(student, id)
    expect(graded.length).toBe(before)
  })
})

describe('readExercise', () => {
  it('tells statement and goals, and nothing of checks, hints and solutions', async () => {
    const read = await readExercise(student, exerciseId)
    expect(read.ok && read.value.exercise).toEqual({
      slug: 'fixed-exercise',
      chapter: '11-stop-start-kill',
      minutes: 10,
      title: { fr: 'Un exercice', en: 'An exercise' },
      statement: { fr: '<p>Do it. (fr)</p>', en: '<p>Do it.</p>' },
      goals: [{ id: 'all', title: { fr: 'Tout', en: 'Everything' }, points: 10, chapter: null }],
      files: [],
      questions: [
        {
          id: 'why',
          type: 'choice',
          prompt: { fr: '<p>Why? (fr)</p>', en: '<p>Why?</p>' },
          options: [
            { id: 'a', text: { fr: '<p>first (fr)</p>', en: '<p>first</p>' } },
            { id: 'b', text: { fr: '<p>second (fr)</p>', en: '<p>second</p>' } },
          ],
        },
      ],
    })
    expect(JSON.stringify(read)).not.toContain('SECRET')
  })

  it('shows a student nothing before it opens, but the staff', async () => {
    const { classId } = await db().assignment.update({
      where: { id: exerciseId },
      data: { opensAt: new Date(Date.now() + 60_000) },
    })
    const assistant = await createViewer('Yanis')
    await join(classId, assistant, 'assistant')
    expect(await readExercise(student, exerciseId)).toEqual({ ok: false, error: 'not-open' })
    expect((await readExercise(assistant, exerciseId)).ok).toBe(true)
    await db().assignment.update({ where: { id: exerciseId }, data: { opensAt: null } })
  })
})

describe('listOwnSubmissions', () => {
  it('lists newest first with points', async () => {
    const id = await submit('worth 2')
    const listed = await listOwnSubmissions(student, exerciseId)
    expect(listed.ok && listed.value[0]).toEqual({
      id,
      ordinal: await db().submission.count({ where: { userId: student.id } }),
      state: 'graded',
      points: 2,
      pointsMax: 10,
      submittedAt: expect.any(String),
      hintCost: 0,
      latePercent: 100,
      counts: false,
    })
  })
})
