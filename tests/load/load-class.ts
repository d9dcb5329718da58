import { randomBytes, randomUUID } from 'node:crypto'
import { emptyResponse, type Response } from '@/grader/quiz/response'
import { findQuiz } from '@/server/course'
import { db } from '@/server/db'
import { hashPassword } from '@/server/passwords'
import { startOrResumeAttempt } from '@/server/quizzes/start-attempt'
import type { Viewer } from '@/server/views/viewer'

const STUDENTS = 30
const QUIZ_SLUG = 'containers-end'
const EXERCISE_SLUG = 'exit-137'

export interface LoadClass {
  readonly classId: string
  readonly password: string
  readonly instructor: Viewer
  readonly students: readonly (Viewer & { readonly attemptId: string })[]
  readonly exerciseId: string
  readonly questions: readonly { readonly id: string; readonly answer: Response }[]
}

/** A class with an exercise, and an open attempt at the quiz for each of its students. */
export async function seedLoadClass(): Promise<LoadClass> {
  const quiz = findQuiz(QUIZ_SLUG)
  if (quiz === null) {
    throw new Error(`content/ has no quiz ${QUIZ_SLUG}`)
  }
  const password = randomBytes(12).toString('base64url')
  const passwordHash = await hashPassword(password)
  const { id: classId } = await db().class.create({ data: { name: 'Load' } })
  const join = (role: 'student' | 'instructor', index: number) =>
    db().user.create({
      data: {
        name: `Load ${role} ${index}`,
        email: `load-${randomUUID()}@load.quai.example`,
        passwordHash,
        memberships: { create: { classId, role } },
      },
      select: { id: true, email: true, name: true, language: true, admin: true },
    })
  const assignment = await db().assignment.create({ data: { classId, kind: 'quiz', slug: QUIZ_SLUG } })
  const exercise = await db().assignment.create({ data: { classId, kind: 'exercise', slug: EXERCISE_SLUG } })
  const instructor = await join('instructor', 0)
  const students = await Promise.all(
    Array.from({ length: STUDENTS }, async (_, index) => {
      const student = await join('student', index)
      const started = await startOrResumeAttempt(student, assignment.id)
      if (!started.ok) {
        throw new Error(`an attempt could not be started: ${started.error}`)
      }
      return { ...student, attemptId: started.value.attemptId }
    }),
  )
  const questions = quiz.questions.map(({ id, type }) => ({ id, answer: emptyResponse(type) }))
  return { classId, password, instructor, students, exerciseId: exercise.id, questions }
}

/** Takes away everything that `seedLoadClass` and the measuring left. */
export async function removeLoadClass({ classId, instructor, students }: LoadClass): Promise<void> {
  await db().class.delete({ where: { id: classId } })
  await db().user.deleteMany({ where: { id: { in: [instructor.id, ...students.map((student) => student.id)] } } })
}
