import { randomUUID } from 'node:crypto'
import type { GraderData } from '@/grader/check'
import type { ExampleTranscript, Exercise } from '@/grader/exercise'
import { rehearsed } from '@/grader/rehearsal/check-exercise'
import { rehearsedSubmission } from '@/grader/rehearsal/hand-in'
import { getCourse, getHub } from '@/server/course'
import { db } from '@/server/db'
import type { SubmitTranscriptRequest } from '@/server/requests'
import { exerciseDrawSeed } from '@/server/submissions/draw-seed'
import { sessionCookie } from '../support/session-cookie'

/** Somebody who did an exercise in a terminal and is about to hand in what it showed. */
export interface PreparedStudent {
  readonly id: string
  /** The value of the `cookie` header: a session as sign-in gives it. */
  readonly cookie: string
  readonly request: SubmitTranscriptRequest
  /** Lines of the session. */
  readonly lines: number
}

export interface ExerciseClass {
  readonly classId: string
  readonly students: readonly PreparedStudent[]
}

/** Every third session falls short of something, so that an explanation is searched for behind its verdict. */
const NEAR_MISS_EVERY = 3

/** What students try before they begin: the sessions' lengths differ by it, and by their exercises. */
const DETOURS = ['docker version', 'docker run --rm hello-world', 'docker info', 'docker ps -a', 'docker images']

/**
 * A class that has all exercises, each student with a session of one of them: its reference, with the names and ports
 * that this student drew, or one of its near-misses.
 * @param secret the one that signs the service's sessions.
 */
export async function seedExerciseClass(count: number, secret: string): Promise<ExerciseClass> {
  const { exercises } = getCourse()
  const data: GraderData = { hub: getHub() }
  const { id: classId } = await db().class.create({ data: { name: 'Load' } })
  const assignments = await Promise.all(
    exercises.map(async (exercise) => {
      const row = await db().assignment.create({ data: { classId, kind: 'exercise', slug: exercise.slug } })
      return { id: row.id, exercise }
    }),
  )
  const users = Array.from({ length: count }, (_, index) => ({
    id: randomUUID(),
    name: `Load student ${index}`,
    email: `load-${randomUUID()}@load.quai.example`,
  }))
  await db().user.createMany({ data: users })
  await db().membership.createMany({ data: users.map(({ id }) => ({ classId, userId: id, role: 'student' as const })) })
  const students = await Promise.all(
    users.map(async ({ id }, index) => {
      const assignment = assignments[index % assignments.length]
      if (assignment === undefined) throw new Error('the course has no exercise')
      const on = rehearsed(assignment.exercise, data, exerciseDrawSeed(assignment.id, id))
      const { transcripts, files, answers = {} } = rehearsedSubmission(on, exampleOf(on.exercise, index))
      const request = {
        assignmentId: assignment.id,
        transcripts,
        files: Object.entries(files).map(([name, content]) => ({ name, content })),
        answers,
        idempotencyKey: randomUUID(),
      }
      const lines = transcripts.join('').split('\n').length
      return { id, cookie: await sessionCookie(id, { secret }), request, lines }
    }),
  )
  return { classId, students }
}

function exampleOf({ reference, nearMisses }: Exercise, index: number): ExampleTranscript {
  const missed = index % NEAR_MISS_EVERY === 0 ? nearMisses[index % Math.max(nearMisses.length, 1)] : undefined
  const example = missed ?? { name: 'reference', script: reference, loses: [] }
  const before = DETOURS.slice(0, index % (DETOURS.length + 1))
  return { ...example, script: [...before, example.script].join('\n') }
}

/** Takes away everything that `seedExerciseClass` and the measuring left. */
export async function removeExerciseClass({ classId, students }: ExerciseClass): Promise<void> {
  await db().class.delete({ where: { id: classId } })
  await db().user.deleteMany({ where: { id: { in: students.map(({ id }) => id) } } })
}
