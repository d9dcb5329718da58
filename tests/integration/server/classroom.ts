import { randomUUID } from 'node:crypto'
import { db } from '@/server/db'
import { finishExplanations } from '@/server/jobs/explain-stored'
import type { Role, Viewer } from '@/server/views/viewer'
import { createTestDatabase, type TestDatabase } from '../database'

/** Points the server at an empty migrated database of this test file. Call before anything asks for the database. */
export async function openDatabase(): Promise<TestDatabase> {
  const database = await createTestDatabase()
  process.env.DATABASE_URL = database.url
  process.env.NEXTAUTH_SECRET = 'a-secret-of-the-tests-that-signs-nothing'
  return {
    url: database.url,
    drop: async () => {
      await finishExplanations()
      await db().$disconnect()
      await database.drop()
    },
  }
}

/** A new user; an address and a name that no other test has. */
export async function createViewer(name: string, admin = false): Promise<Viewer> {
  const email = `${name.toLowerCase().replace(/[^a-z]/g, '-')}-${randomUUID()}@example.test`
  return db().user.create({
    data: { name, email, admin, language: 'en' },
    select: { id: true, name: true, email: true, language: true, admin: true },
  })
}

export async function join(classId: string, viewer: Viewer, role: Role): Promise<void> {
  await db().membership.create({ data: { classId, userId: viewer.id, role } })
}

/** A class with one quiz and one exercise that are open, and nobody in it. */
export async function createClass(): Promise<{ classId: string; quizId: string; exerciseId: string }> {
  const { id: classId } = await db().class.create({ data: { name: 'Docker' } })
  const quiz = await db().assignment.create({ data: { classId, kind: 'quiz', slug: 'fixed-quiz', position: 1 } })
  const exercise = await db().assignment.create({
    data: { classId, kind: 'exercise', slug: 'fixed-exercise', position: 2 },
  })
  return { classId, quizId: quiz.id, exerciseId: exercise.id }
}
