import { db } from '../db'
import type { Viewer } from '../views/viewer'

/** Where dates that belong to no class are told: in the zone of the viewer's first class, else where classes are by default. */
export async function homeTimeZone(viewer: Viewer | null): Promise<string> {
  const first =
    viewer === null
      ? null
      : await db().membership.findFirst({
          where: { userId: viewer.id },
          orderBy: [{ createdAt: 'asc' }, { classId: 'asc' }],
          select: { class: { select: { timeZone: true } } },
        })
  return first?.class.timeZone ?? 'Europe/Paris'
}
