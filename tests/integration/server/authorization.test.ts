import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { listAssignments, listClassAssignments, readAssignment } from '@/server/assignments'
import { listClasses, readClass } from '@/server/classes'
import { db } from '@/server/db'
import { readGradebook } from '@/server/gradebook/read-gradebook'
import { listOwnPractice, listPractice, readPractice } from '@/server/practice/read-practice'
import { submitPractice } from '@/server/practice/submit-practice'
import { declareSharedMachines } from '@/server/provenance/declare-shared-machines'
import { readProvenance } from '@/server/provenance/read-provenance'
import { readAttempt, readAttemptForStaff } from '@/server/quizzes/read-attempt'
import { readGallery } from '@/server/quizzes/read-gallery'
import { readQuizCover } from '@/server/quizzes/read-quiz-cover'
import { saveResponse } from '@/server/quizzes/save-response'
import { startOrResumeAttempt } from '@/server/quizzes/start-attempt'
import { submitAttempt } from '@/server/quizzes/submit-attempt'
import type { Result } from '@/server/result'
import { listAlike } from '@/server/submissions/alike'
import { readAppealCase } from '@/server/submissions/appeal-case'
import { answerAppeal, listAppeals, openAppeal } from '@/server/submissions/appeals'
import { readHints, takeHint } from '@/server/submissions/hints'
import { listOpenAppeals } from '@/server/submissions/open-appeals'
import { readExercise } from '@/server/submissions/read-exercise'
import { readStepState } from '@/server/submissions/read-step-state'
import {
  listOwnSubmissions,
  readSubmissionForOwner,
  readSubmissionForStaff,
} from '@/server/submissions/read-submission'
import { retryGrading } from '@/server/submissions/retry-grading'
import { submitTranscript } from '@/server/submissions/submit-transcript'
import type { Viewer } from '@/server/views/viewer'
import type { TestDatabase } from '../database'
import { createClass, createViewer, join, openDatabase } from './classroom'

vi.mock('@/server/course', () => import('./fixed-course'))
vi.mock('@/server/jobs/shared-grading-pool', () => import('./fixed-grading-pool'))

/** Everybody who may ask, seen from the owner's class. */
const ASKERS = [
  'anonymous',
  'stranger',
  'classmate',
  'owner',
  'otherStaff',
  'assistant',
  'instructor',
  'admin',
] as const
type Asker = (typeof ASKERS)[number]

type Row = readonly [name: string, answers: Answers, ask: (viewer: Viewer | null) => Promise<Result<unknown, string>>]

let database: TestDatabase
let viewers: Readonly<Record<Asker, Viewer | null>>
let ids: {
  readonly classId: string
  readonly quizId: string
  readonly exerciseId: string
  readonly attemptId: string
  readonly submissionId: string
  readonly appealId: string
  /** Of a submission that has a verdict. */
  readonly gradedAppealId: string
  /** Practised by the staff of the other class. */
  readonly practiceId: string
}

beforeAll(async () => {
  database = await openDatabase()
  const here = await createClass()
  const elsewhere = await createClass()
  const [stranger, classmate, owner, otherStaff, assistant, instructor] = await Promise.all(
    ['Stranger', 'Classmate', 'Owner', 'Other staff', 'Assistant', 'Instructor'].map((name) => createViewer(name)),
  )
  if (!stranger || !classmate || !owner || !otherStaff || !assistant || !instructor) {
    throw new Error('not all viewers were made')
  }
  await Promise.all([
    join(elsewhere.classId, stranger, 'student'),
    join(elsewhere.classId, otherStaff, 'assistant'),
    join(here.classId, classmate, 'student'),
    join(here.classId, owner, 'student'),
    join(here.classId, assistant, 'assistant'),
    join(here.classId, instructor, 'instructor'),
  ])
  const admin = await createViewer('Admin', true)
  viewers = { anonymous: null, stranger, classmate, owner, otherStaff, assistant, instructor, admin }
  const started = await startOrResumeAttempt(owner, here.quizId)
  const submitted = await submitTranscript(owner, paste(here.exerciseId))
  if (!started.ok || !submitted.ok) {
    throw new Error('the owner could not work')
  }
  const submissionId = submitted.value.id
  const appeal = await db().appeal.create({ data: { submissionId, terminal: 0, line: 1, comment: 'No.' } })
  const graded = await submitTranscript(owner, { ...paste(here.exerciseId), transcripts: ['worth 7'] })
  if (!graded.ok) {
    throw new Error('the owner could not work')
  }
  const gradedAppeal = await db().appeal.create({
    data: { submissionId: graded.value.id, terminal: 0, line: 1, comment: 'No.' },
  })
  const practised = await submitPractice(otherStaff, practiceOf('fixed-exercise'))
  if (!practised.ok) {
    throw new Error('the other staff could not practise')
  }
  ids = {
    ...here,
    gradedAppealId: gradedAppeal.id,
    practiceId: practised.value.id,
    attemptId: started.value.attemptId,
    submissionId,
    appealId: appeal.id,
  }
})
afterAll(() => database.drop())

function paste(assignmentId: string) {
  return { assignmentId, transcripts: ['takes for ever'], files: [], idempotencyKey: randomUUID() }
}

function practiceOf(exercise: string) {
  return { exercise, transcripts: ['worth 1'], files: [], idempotencyKey: randomUUID() }
}

function save(attemptId: string) {
  const answer = { type: 'numeric' as const, text: '1' }
  return { attemptId, questionId: 'a-number', revision: 1, saveKey: '0198c0de-0000-7000-8000-000000000001', answer }
}

type Answers = Readonly<Record<Asker, string>>

const NOBODY: Answers = {
  anonymous: 'signed-out',
  stranger: 'not-found',
  classmate: 'not-found',
  owner: 'not-found',
  otherStaff: 'not-found',
  assistant: 'not-found',
  instructor: 'not-found',
  admin: 'not-found',
}
const STAFF: Answers = { ...NOBODY, assistant: 'ok', instructor: 'ok', admin: 'ok' }
const MEMBERS: Answers = { ...STAFF, classmate: 'ok', owner: 'ok' }
/** A page of the class that its students know of and may not see. */
const STAFF_PAGE: Answers = { ...STAFF, classmate: 'forbidden', owner: 'forbidden' }
/** What only those may see or do who answer for the class. */
const INSTRUCTORS: Answers = { ...STAFF_PAGE, assistant: 'forbidden' }
const OWNER: Answers = { ...NOBODY, owner: 'ok' }
const OWNER_OR_STAFF: Answers = { ...STAFF, owner: 'ok' }

/** Whoever has an account and no open assignment of the exercise: students of both classes have. */
const ACCOUNTS: Answers = {
  ...MEMBERS,
  stranger: 'assigned',
  classmate: 'assigned',
  owner: 'assigned',
  otherStaff: 'ok',
}
const EVERY_ACCOUNT: Answers = { ...ACCOUNTS, stranger: 'ok', classmate: 'ok', owner: 'ok' }
/** Practice is its owner's alone, not even an admin's to see. */
const PRACTISED: Answers = { ...NOBODY, otherStaff: 'ok' }

/** The owner's submission has no verdict to object to: others do not learn even that. */
const OBJECTING: Answers = { ...NOBODY, owner: 'no-such-line' }

function place() {
  return { submissionId: ids.submissionId, terminal: 0, line: 1 }
}

const ROWS: readonly Row[] = [
  ['readClass', MEMBERS, (viewer) => readClass(viewer, ids.classId)],
  ['listClassAssignments', MEMBERS, (viewer) => listClassAssignments(viewer, ids.classId)],
  ['readAssignment', MEMBERS, (viewer) => readAssignment(viewer, ids.quizId)],
  ['readGradebook', STAFF_PAGE, (viewer) => readGradebook(viewer, ids.classId)],
  ['readGallery', INSTRUCTORS, (viewer) => readGallery(viewer, ids.classId, {})],
  ['readQuizCover', MEMBERS, (viewer) => readQuizCover(viewer, ids.quizId)],
  ['startOrResumeAttempt', MEMBERS, (viewer) => startOrResumeAttempt(viewer, ids.quizId)],
  ['readAttempt', OWNER, (viewer) => readAttempt(viewer, ids.attemptId)],
  ['readAttemptForStaff', STAFF, (viewer) => readAttemptForStaff(viewer, ids.attemptId)],
  ['saveResponse', OWNER, (viewer) => saveResponse(viewer, save(ids.attemptId))],
  ['submitAttempt', OWNER, (viewer) => submitAttempt(viewer, ids.attemptId)],
  ['readExercise', MEMBERS, (viewer) => readExercise(viewer, ids.exerciseId)],
  ['submitTranscript', MEMBERS, (viewer) => submitTranscript(viewer, paste(ids.exerciseId))],
  ['listOwnSubmissions', MEMBERS, (viewer) => listOwnSubmissions(viewer, ids.exerciseId)],
  ['readSubmissionForOwner', OWNER, (viewer) => readSubmissionForOwner(viewer, ids.submissionId)],
  ['readSubmissionForStaff', STAFF, (viewer) => readSubmissionForStaff(viewer, ids.submissionId)],
  ['readProvenance', INSTRUCTORS, (viewer) => readProvenance(viewer, ids.submissionId)],
  ['declareSharedMachines', INSTRUCTORS, (viewer) => declareSharedMachines(viewer, ids.classId, false)],
  ['readHints', MEMBERS, (viewer) => readHints(viewer, ids.exerciseId)],
  ['takeHint', MEMBERS, (viewer) => takeHint(viewer, { assignmentId: ids.exerciseId, goal: 'all', kind: 'concept' })],
  ['listAppeals', OWNER_OR_STAFF, (viewer) => listAppeals(viewer, ids.submissionId)],
  ['openAppeal', OBJECTING, (viewer) => openAppeal(viewer, { ...place(), comment: 'It did.' })],
  [
    'answerAppeal',
    STAFF,
    (viewer) => answerAppeal(viewer, { appealId: ids.appealId, state: 'accepted', answer: 'Yes.' }),
  ],
  ['listAlike', STAFF, (viewer) => listAlike(viewer, ids.submissionId)],
  ['readAppealCase', STAFF, (viewer) => readAppealCase(viewer, ids.gradedAppealId)],
  ['listOpenAppeals', STAFF_PAGE, (viewer) => listOpenAppeals(viewer, ids.classId)],
  ['readStepState', OWNER_OR_STAFF, (viewer) => readStepState(viewer, place())],
  ['readPractice', ACCOUNTS, (viewer) => readPractice(viewer, 'fixed-exercise')],
  ['listPractice', EVERY_ACCOUNT, (viewer) => listPractice(viewer)],
  ['listOwnPractice', EVERY_ACCOUNT, (viewer) => listOwnPractice(viewer, 'fixed-exercise')],
  ['submitPractice', ACCOUNTS, (viewer) => submitPractice(viewer, practiceOf('fixed-exercise'))],
  ['readPractisedSubmission', PRACTISED, (viewer) => readSubmissionForOwner(viewer, ids.practiceId)],
  ['readPractisedSubmissionForStaff', NOBODY, (viewer) => readSubmissionForStaff(viewer, ids.practiceId)],
  ['retryGrading', OWNER_OR_STAFF, (viewer) => retryGrading(viewer, ids.submissionId)],
]

describe.each(ROWS)('%s', (_name, answers, ask) => {
  it.each(ASKERS.map((asker) => [asker, answers[asker]] as const))('answers %s: %s', async (asker, expected) => {
    const result = await ask(viewers[asker])
    expect(result.ok ? 'ok' : result.error).toBe(expected)
  })
})

describe('lists', () => {
  it('show each asker the classes they belong to, and an admin all', async () => {
    const count = async (viewer: Viewer | null) => {
      const listed = await listClasses(viewer)
      return listed.ok ? listed.value.map((one) => one.role) : listed.error
    }
    expect(await count(viewers.anonymous)).toBe('signed-out')
    expect(await count(viewers.owner)).toEqual(['student'])
    expect(await count(viewers.otherStaff)).toEqual(['assistant'])
    expect(await count(viewers.admin)).toEqual(['instructor', 'instructor'])
  })

  it('show assignments of the asker’s classes with the asker’s own work only', async () => {
    const progress = async (viewer: Viewer | null) => {
      const listed = await listAssignments(viewer)
      return listed.ok
        ? listed.value.filter((one) => one.classId === ids.classId).map((one) => one.latestId)
        : listed.error
    }
    expect(await progress(viewers.anonymous)).toBe('signed-out')
    expect(await progress(viewers.stranger)).toEqual([])
    expect((await progress(viewers.owner))[0]).toBe(ids.attemptId)
    expect((await progress(viewers.classmate))[0]).not.toBe(ids.attemptId)
  })
})

describe('ids from addresses', () => {
  it.each(['', 'nonsense', '\u0000', '0198c0de-0000-7000-8000-00000000ffff'])(
    'of nothing (%j) are not found',
    async (id) => {
      const asked = [
        readClass(viewers.admin, id),
        readAssignment(viewers.admin, id),
        readGradebook(viewers.admin, id),
        startOrResumeAttempt(viewers.admin, id),
        readAttempt(viewers.admin, id),
        readAttemptForStaff(viewers.admin, id),
        submitAttempt(viewers.admin, id),
        readSubmissionForOwner(viewers.admin, id),
        readSubmissionForStaff(viewers.admin, id),
        listOwnSubmissions(viewers.admin, id),
        retryGrading(viewers.admin, id),
        readProvenance(viewers.admin, id),
        declareSharedMachines(viewers.admin, id, true),
        readQuizCover(viewers.admin, id),
        readExercise(viewers.admin, id),
        readHints(viewers.admin, id),
        listAppeals(viewers.admin, id),
        listAlike(viewers.admin, id),
        readAppealCase(viewers.admin, id),
      ]
      expect(await Promise.all(asked)).toEqual(asked.map(() => ({ ok: false, error: 'not-found' })))
    },
  )
})
