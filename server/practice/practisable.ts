import type { Exercise } from '@/grader/exercise'
import { assignmentPhase } from '../assignment-phase'
import { personalRules } from '../assignment-rules'
import { findExercise } from '../course'
import { databaseTime } from '../database-time'
import { db } from '../db'
import { fail, type Result, succeed } from '../result'
import { ACCOMMODATION_COLUMNS } from '../select-accommodations'
import { shownToOwner } from '../shown-to-owner'
import type { Viewer } from '../views/viewer'

/** `assigned`: it is the viewer's own graded work now, where hints have a price and submissions may be counted. */
export type PracticeRefusal = 'assigned'

/** An exercise that the viewer may practise; until an assignment of it is over, that is where they do it. */
export async function findPractisable(viewer: Viewer, slug: string): Promise<Result<Exercise, PracticeRefusal>> {
  const exercise = findExercise(slug)
  if (exercise === null) {
    return fail('not-found')
  }
  const assigned = await selectAssigned(viewer)
  return assigned.has(slug) ? fail('assigned') : succeed(exercise)
}

/**
 * Slugs of the exercises that are assigned to the viewer as a student and not over for them: not closed, or with keys
 * that are still kept back.
 */
export async function selectAssigned(viewer: Viewer): Promise<ReadonlySet<string>> {
  const now = await databaseTime(db())
  const rows = await db().assignment.findMany({
    where: { kind: 'exercise', class: { memberships: { some: { userId: viewer.id, role: 'student' } } } },
    include: {
      class: {
        select: { accommodations: { where: { userId: viewer.id }, select: ACCOMMODATION_COLUMNS } },
      },
    },
  })
  const slugs = await Promise.all(
    rows.map(async (row) => {
      const rules = personalRules(row.id, row, row.class.accommodations)
      const isOver = assignmentPhase(rules, now) === 'closed' && (await shownToOwner(row, viewer.id)).keys
      return isOver ? [] : [row.slug]
    }),
  )
  return new Set(slugs.flat())
}
