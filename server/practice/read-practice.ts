import { drawExercise } from '@/grader/draw-exercise'
import { requireViewer } from '../access'
import { getCourse } from '../course'
import { db } from '../db'
import { type Result, succeed } from '../result'
import { exerciseDrawSeed } from '../submissions/draw-seed'
import { toStudentExercise } from '../submissions/student-exercise'
import { SUMMARY_COLUMNS, viewSummary } from '../submissions/view-submission'
import type { PracticeEntry, PracticeExercise } from '../views/practice-view'
import type { SubmissionSummary } from '../views/submission-view'
import type { Viewer } from '../views/viewer'
import { findPractisable, type PracticeRefusal, selectAssigned } from './practisable'

/** The exercises that the viewer may practise, in the order of the chapters that they follow. */
export async function listPractice(viewer: Viewer | null): Promise<Result<readonly PracticeEntry[]>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const [assigned, done] = await Promise.all([selectAssigned(asked.value), selectDone(asked.value)])
  const found = getCourse().exercises.filter(({ slug }) => !assigned.has(slug))
  return succeed(
    found
      .toSorted((one, other) => one.chapter.localeCompare(other.chapter, 'en'))
      .map(({ slug, title, chapter, minutes, goals }) => {
        const row = done.find((one) => one.slug === slug)
        const { points, pointsMax, count } = row ?? { points: null, pointsMax: null, count: 0 }
        return {
          slug,
          title,
          chapter,
          minutes,
          goals: goals.length,
          points: goals.reduce((sum, goal) => sum + goal.points, 0),
          count,
          best: points === null || pointsMax === null ? null : { points, pointsMax },
        }
      }),
  )
}

/** An exercise as the viewer practises it: with parameters drawn for them, and all its hints. */
export async function readPractice(
  viewer: Viewer | null,
  slug: string,
): Promise<Result<PracticeExercise, PracticeRefusal>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const found = await findPractisable(asked.value, slug)
  if (!found.ok) {
    return found
  }
  const drawSeed = practiceDrawSeed(slug, asked.value)
  const { goals } = drawExercise(found.value, drawSeed)
  return succeed({
    exercise: toStudentExercise(found.value, drawSeed),
    hints: goals
      .filter(({ hints }) => hints.length > 0)
      .map(({ id, hints }) => ({ goal: id, hints: hints.map(({ kind, text }) => ({ kind, text, cost: 0 })) })),
  })
}

/** What the viewer handed in while practising an exercise, newest first; theirs whatever became of the exercise. */
export async function listOwnPractice(
  viewer: Viewer | null,
  slug: string,
): Promise<Result<readonly SubmissionSummary[]>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const rows = await db().submission.findMany({
    where: { userId: asked.value.id, assignmentId: null, practiceSlug: slug },
    orderBy: { ordinal: 'desc' },
    include: SUMMARY_COLUMNS,
  })
  return succeed(rows.map(viewSummary))
}

/** Everybody practises with a draw of their own, which is not the one of their assignments. */
export function practiceDrawSeed(slug: string, viewer: Viewer): number {
  return exerciseDrawSeed(`practice ${slug}`, viewer.id)
}

interface DoneRow {
  readonly slug: string
  readonly count: number
  readonly points: number | null
  readonly pointsMax: number | null
}

/** How often each exercise was practised, and the newest verdict of the best time. */
async function selectDone(viewer: Viewer): Promise<readonly DoneRow[]> {
  return db().$queryRaw<DoneRow[]>`
    SELECT DISTINCT ON (s."practice_slug") s."practice_slug" AS "slug", v."points", v."points_max" AS "pointsMax",
           count(*) OVER (PARTITION BY s."practice_slug")::int AS "count"
    FROM "submission" s
    LEFT JOIN LATERAL (
      SELECT "points", "points_max" FROM "verdict" WHERE "submission_id" = s."id"
      ORDER BY "created_at" DESC, "id" DESC LIMIT 1
    ) v ON true
    WHERE s."user_id" = ${viewer.id}::uuid AND s."assignment_id" IS NULL
    ORDER BY s."practice_slug", v."points" / NULLIF(v."points_max", 0) DESC NULLS LAST`
}
