import { randomUUID } from 'node:crypto'
import { db } from '@/server/db'
import { sessionCookie } from '../support/session-cookie'

export interface QuizStudent {
  readonly id: string
  /** The value of the `cookie` header: a session as sign-in gives it. */
  readonly cookie: string
}

export interface QuizClass {
  readonly classId: string
  readonly assignmentId: string
  readonly students: readonly QuizStudent[]
}

/** 20 questions of all kinds; taken as homework here, without its time limit, so that nothing ends by itself. */
const QUIZ_SLUG = 'mock-exam'
const TIME_LIMIT_MINUTES = 600

/**
 * A class of students who are signed in already: hashing a password takes the processor as long as saving a hundred
 * answers, and is not what is measured.
 * @param secret the one that signs the service's sessions.
 */
export async function seedQuizClass(count: number, secret: string): Promise<QuizClass> {
  const { id: classId } = await db().class.create({ data: { name: 'Load' } })
  const { id: assignmentId } = await db().assignment.create({
    data: { classId, kind: 'quiz', slug: QUIZ_SLUG, attemptsMax: 1, timeLimitMinutes: TIME_LIMIT_MINUTES },
  })
  const users = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    name: `Load student ${index}`,
    email: `load-${randomUUID()}@load.quai.example`,
  }))
  await db().user.createMany({ data: users })
  await db().membership.createMany({ data: users.map(({ id }) => ({ classId, userId: id, role: 'student' as const })) })
  const students = await Promise.all(users.map(async ({ id }) => ({ id, cookie: await sessionCookie(id, { secret }) })))
  return { classId, assignmentId, students }
}

/** Takes away everything that `seedQuizClass` and the measuring left. */
export async function removeQuizClass({ classId, students }: QuizClass): Promise<void> {
  await db().class.delete({ where: { id: classId } })
  await db().user.deleteMany({ where: { id: { in: students.map(({ id }) => id) } } })
}
