import { createHash } from 'node:crypto'
import { findQuiz } from '../course'
import { db } from '../db'
import { hashPassword } from '../passwords'
import { saveResponse } from '../quizzes/save-response'
import { startOrResumeAttempt } from '../quizzes/start-attempt'
import { submitAttempt } from '../quizzes/submit-attempt'
import type { Result } from '../result'
import { submitTranscript } from '../submissions/submit-transcript'
import type { Viewer } from '../views/viewer'
import { demoAnswer, knows } from './answers'
import { DEMO_PEOPLE, type DemoPerson } from './people'
import { type DemoTerminal, transcriptOf } from './sessions'

const CLASS_NAME = 'Docker, automne 2026'
const QUIZ_SLUG = 'containers-end'
const EXERCISE_SLUG = 'exit-137'
const DAY_MS = 24 * 60 * 60_000

export interface SeedOptions {
  /** Whether these users may come in through the demo mode only. */
  readonly demo: boolean
  readonly password: string
  /** A fresh simulated terminal; the same draw gives the same ids. */
  readonly openTerminal: (draw: number) => DemoTerminal
}

/**
 * Makes the demonstration class: people, a quiz and an exercise, and work done through the very functions that pages
 * call. Run again it adds what is missing and changes nothing else.
 */
export async function seedDemoClass(options: SeedOptions): Promise<void> {
  const classId = seedId('class')
  await db().class.upsert({ where: { id: classId }, create: { id: classId, name: CLASS_NAME }, update: {} })
  const viewers = await seedPeople(classId, options)
  const assignments = await seedAssignments(classId)
  for (const [index, { person, viewer }] of viewers.entries()) {
    await takeQuiz(viewer, person, assignments.quizId, index)
    await doExercise(viewer, person, assignments.exerciseId, index, options)
  }
}

/** An id that is the same in every installation, so that seeding again finds its own rows. */
function seedId(name: string): string {
  const hex = createHash('sha256').update(`quai demo ${name}`).digest('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

interface SeededPerson {
  readonly person: DemoPerson
  readonly viewer: Viewer
}

async function seedPeople(classId: string, options: SeedOptions): Promise<readonly SeededPerson[]> {
  const emails = DEMO_PEOPLE.map((person) => person.email)
  const known = await db().user.count({ where: { email: { in: emails } } })
  if (known < emails.length) {
    const passwordHash = await hashPassword(options.password)
    await db().user.createMany({
      data: DEMO_PEOPLE.map(({ email, name, language }) => ({
        email,
        name,
        language,
        passwordHash,
        demo: options.demo,
      })),
      skipDuplicates: true,
    })
  }
  const users = await db().user.findMany({
    where: { email: { in: emails } },
    select: { id: true, email: true, name: true, language: true, admin: true },
  })
  const seeded = DEMO_PEOPLE.flatMap((person) => {
    const user = users.find((candidate) => candidate.email === person.email)
    return user === undefined ? [] : [{ person, viewer: user }]
  })
  await db().membership.createMany({
    data: seeded.map(({ person, viewer }) => ({ classId, userId: viewer.id, role: person.role })),
    skipDuplicates: true,
  })
  return seeded
}

async function seedAssignments(classId: string) {
  const now = Date.now()
  const dates = {
    opensAt: new Date(now - 7 * DAY_MS),
    dueAt: new Date(now + 14 * DAY_MS),
    closesAt: new Date(now + 21 * DAY_MS),
  }
  const quizId = seedId('quiz')
  const exerciseId = seedId('exercise')
  await db().assignment.createMany({
    data: [
      { id: quizId, classId, kind: 'quiz', slug: QUIZ_SLUG, position: 1, attemptsMax: 3, ...dates },
      { id: exerciseId, classId, kind: 'exercise', slug: EXERCISE_SLUG, position: 2, ...dates },
    ],
    skipDuplicates: true,
  })
  return { quizId, exerciseId }
}

async function takeQuiz(viewer: Viewer, person: DemoPerson, quizId: string, index: number): Promise<void> {
  const quiz = findQuiz(QUIZ_SLUG)
  const skill = person.quizSkill
  if (quiz === null || skill === null || (await hasSubmittedAttempt(viewer, quizId))) {
    return
  }
  const { attemptId } = expectDone(await startOrResumeAttempt(viewer, quizId))
  for (const [place, question] of quiz.questions.entries()) {
    const answer = demoAnswer(question, knows(place, quiz.questions.length, skill, index))
    const saveKey = seedId(`${attemptId} ${question.id}`)
    expectDone(await saveResponse(viewer, { attemptId, questionId: question.id, revision: 1, saveKey, answer }))
  }
  expectDone(await submitAttempt(viewer, attemptId))
}

async function hasSubmittedAttempt(viewer: Viewer, assignmentId: string): Promise<boolean> {
  return (await db().attempt.count({ where: { assignmentId, userId: viewer.id, submittedAt: { not: null } } })) > 0
}

async function doExercise(
  viewer: Viewer,
  person: DemoPerson,
  assignmentId: string,
  index: number,
  options: SeedOptions,
): Promise<void> {
  const done = await db().submission.count({ where: { assignmentId, userId: viewer.id } })
  for (const [place, name] of person.sessions.entries()) {
    if (place >= done) {
      const transcripts = [transcriptOf(name, options.openTerminal(index * 10 + place))]
      const idempotencyKey = seedId(`${person.email} ${place}`)
      expectDone(await submitTranscript(viewer, { assignmentId, transcripts, files: [], idempotencyKey }))
    }
  }
}

/** The seed does only what it may: a refusal is a bug. */
function expectDone<Value, Reason extends string>(result: Result<Value, Reason>): Value {
  if (!result.ok) {
    throw new Error(`The demonstration class could not be made: ${result.error}`)
  }
  return result.value
}
