import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { db } from '@/server/db'
import { sessionCookie } from '../support/session-cookie'
import type { ShownSession } from './schedule'

const QUIZ_SLUG = 'containers-end'

export interface FaultStudent {
  readonly assignmentId: string
  readonly cookies: Readonly<Record<ShownSession, string>>
}

export interface FaultClass {
  /** A new student with an assignment of their own, whose dates nobody else feels. */
  readonly enrol: () => Promise<FaultStudent>
}

/** A class for fault schedules. @param secret the one that signs the service's sessions. */
export async function createFaultClass(secret: string): Promise<FaultClass> {
  const { id: classId } = await db().class.create({ data: { name: 'Faults' } })
  return {
    enrol: async () => {
      const [id, assignmentId] = [randomUUID(), randomUUID()]
      const cookies = {
        good: await sessionCookie(id, { secret }),
        expired: await sessionCookie(id, { secret, seconds: -3_600 }),
        ended: await sessionCookie(id, { secret, sessionVersion: 7 }),
      }
      await insertStudent(classId, id, assignmentId)
      return { assignmentId, cookies }
    },
  }
}

/** All of it or nothing, again and again: another schedule may just have killed the database. */
async function insertStudent(classId: string, id: string, assignmentId: string): Promise<void> {
  for (;;) {
    try {
      await db().$transaction([
        db().assignment.createMany({
          data: [{ id: assignmentId, classId, kind: 'quiz', slug: QUIZ_SLUG }],
          skipDuplicates: true,
        }),
        db().user.createMany({
          data: [{ id, name: 'Camille', email: `${id}@faults.quai.example` }],
          skipDuplicates: true,
        }),
        db().membership.createMany({ data: [{ classId, userId: id, role: 'student' }], skipDuplicates: true }),
      ])
      return
    } catch {
      await sleep(200)
    }
  }
}
