import { findQuiz } from '../course'
import { db } from '../db'
import { hashPassword } from '../passwords'
import { saveResponse } from '../quizzes/save-response'
import { startOrResumeAttempt } from '../quizzes/start-attempt'
import { submitAttempt } from '../quizzes/submit-attempt'
import type { Result } from '../result'
import { verdictSchema } from '../stored/verdict-schema'
import { openAppeal } from '../submissions/appeals'
import { submitTranscript } from '../submissions/submit-transcript'
import type { Viewer } from '../views/viewer'
import { demoAnswer, knows } from './answers'
import { DEMO_CLASS_ID, DEMO_EXAM_ID, DEMO_EXERCISE_ID, DEMO_PRACTICE_ID, DEMO_QUIZ_ID, demoId } from './ids'
import { DEMO_PEOPLE, type DemoPerson } from './people'
import { type DemoTerminal, transcriptOf } from './sessions'

const CLASS_NAME = 'Docker, automne 2026'
const QUIZ_SLUG = 'containers-end'
const EXERCISE_SLUG = 'exit-137'
/** Assigned too, for the visitor to do: in the order of the course, the one with a Dockerfile last. */
const MORE_EXERCISES = [
  'hello-world-pull',
  'images-tags-rmi',
  'lifecycle-rm',
  'interactive-hostname',
  'ports-static-dynamic',
  'exit-codes',
  'entrypoint-cmd',
]
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
export async function seedDemoClass(options: SeedOptions): Promise<{ readonly createdUsers: number }> {
  const classId = DEMO_CLASS_ID
  await db().class.upsert({ where: { id: classId }, create: { id: classId, name: CLASS_NAME }, update: {} })
  const { viewers, createdUsers } = await seedPeople(classId, options)
  await seedAssignments(classId)
  for (const [index, { person, viewer }] of viewers.entries()) {
    await takeQuiz(viewer, person, index)
    await doExercise(viewer, person, index, options)
  }
  return { createdUsers }
}

interface SeededPerson {
  readonly person: DemoPerson
  readonly viewer: Viewer
}

async function seedPeople(
  classId: string,
  options: SeedOptions,
): Promise<{
  readonly viewers: readonly SeededPerson[]
  readonly createdUsers: number
}> {
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
  const viewers = DEMO_PEOPLE.flatMap((person) => {
    const user = users.find((candidate) => candidate.email === person.email)
    return user === undefined ? [] : [{ person, viewer: user }]
  })
  await db().membership.createMany({
    data: viewers.map(({ person, viewer }) => ({ classId, userId: viewer.id, role: person.role })),
    skipDuplicates: true,
  })
  return { viewers, createdUsers: emails.length - known }
}

async function seedAssignments(classId: string) {
  const now = Date.now()
  const dates = {
    opensAt: new Date(now - 7 * DAY_MS),
    dueAt: new Date(now + 14 * DAY_MS),
    closesAt: new Date(now + 21 * DAY_MS),
  }
  await db().assignment.createMany({
    data: [
      { id: DEMO_QUIZ_ID, classId, kind: 'quiz', slug: QUIZ_SLUG, position: 1, attemptsMax: 3, ...dates },
      { id: DEMO_EXERCISE_ID, classId, kind: 'exercise', slug: EXERCISE_SLUG, position: 2, ...dates },
      ...MORE_EXERCISES.map((slug, index) => ({
        id: demoId(`exercise ${slug}`),
        classId,
        kind: 'exercise' as const,
        slug,
        position: 3 + index,
        ...dates,
      })),
      { id: DEMO_EXAM_ID, classId, kind: 'quiz', slug: 'mock-exam', position: 20, attemptsMax: 1, ...dates },
      { id: DEMO_PRACTICE_ID, classId, kind: 'quiz', slug: 'placement', position: 21, practice: true },
    ],
    skipDuplicates: true,
  })
}

async function takeQuiz(viewer: Viewer, person: DemoPerson, index: number): Promise<void> {
  const skill = person.quizSkill
  if (skill === null || (await hasSubmittedAttempt(viewer))) {
    return
  }
  // Only now: reading the whole course takes longer than the rest of a start that has nothing to add.
  const quiz = findQuiz(QUIZ_SLUG)
  if (quiz === null) {
    return
  }
  const { attemptId } = expectDone(await startOrResumeAttempt(viewer, DEMO_QUIZ_ID))
  for (const [place, question] of quiz.questions.entries()) {
    const answer = demoAnswer(question, knows(place, quiz.questions.length, skill, index))
    const saveKey = demoId(`${attemptId} ${question.id}`)
    expectDone(await saveResponse(viewer, { attemptId, questionId: question.id, revision: 1, saveKey, answer }))
  }
  expectDone(await submitAttempt(viewer, attemptId))
}

async function hasSubmittedAttempt(viewer: Viewer): Promise<boolean> {
  return (
    (await db().attempt.count({
      where: { assignmentId: DEMO_QUIZ_ID, userId: viewer.id, submittedAt: { not: null } },
    })) > 0
  )
}

async function doExercise(viewer: Viewer, person: DemoPerson, index: number, options: SeedOptions): Promise<void> {
  const done = await db().submission.count({ where: { assignmentId: DEMO_EXERCISE_ID, userId: viewer.id } })
  for (const [place, name] of person.sessions.entries()) {
    if (place >= done) {
      const transcripts = [transcriptOf(name, options.openTerminal(index * 10 + place))]
      const idempotencyKey = demoId(`${person.email} ${place}`)
      expectDone(
        await submitTranscript(viewer, { assignmentId: DEMO_EXERCISE_ID, transcripts, files: [], idempotencyKey }),
      )
    }
  }
  if (person.objects) {
    await object(viewer)
  }
}

const OBJECTION = { fr: 'Chez moi, Docker affiche bien 143 ici.', en: 'On my machine Docker does print 143 here.' }

/** Objects to the first command that the grader holds to be impossible, once. */
async function object(viewer: Viewer): Promise<void> {
  const submission = await db().submission.findFirst({
    where: { assignmentId: DEMO_EXERCISE_ID, userId: viewer.id, appeals: { none: {} } },
    select: { id: true, verdicts: { take: 1, select: { result: true } } },
  })
  const steps = (submission?.verdicts ?? []).flatMap(({ result }) => verdictSchema.parse(result).steps)
  const step = steps.find(({ verdict }) => verdict === 'inconsistent')
  if (submission === null || step === undefined) {
    return
  }
  const { terminal, line } = step
  expectDone(
    await openAppeal(viewer, { submissionId: submission.id, terminal, line, comment: OBJECTION[viewer.language] }),
  )
}

/** The seed does only what it may: a refusal is a bug. */
function expectDone<Value, Reason extends string>(result: Result<Value, Reason>): Value {
  if (!result.ok) {
    throw new Error(`The demonstration class could not be made: ${result.error}`)
  }
  return result.value
}
