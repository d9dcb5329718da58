import { db } from '@/server/db'
import { attemptQuestions } from '@/server/quizzes/attempt-questions'
import { markQuestions, totalPoints } from '@/server/quizzes/mark-questions'
import { selectResponses } from '@/server/quizzes/stored-responses'

/** Saves that the browser was told are not taken, and that stand in the database all the same. */
export async function refusedButStored(attemptId: string, refused: ReadonlySet<string>): Promise<readonly string[]> {
  const rows = await db().response.findMany({
    where: { attemptId, saveKey: { in: [...refused] } },
    select: { questionId: true },
  })
  return rows.map(({ questionId }) => `refused and stored: ${questionId}`)
}

/** Answers that were taken after the attempt's end and grace, which the schedule moved once at most. */
export async function lateSaves(attemptId: string, movedAt: Date | null): Promise<readonly string[]> {
  if (movedAt === null) {
    return []
  }
  // What was saved before the end was moved into the past is not late.
  const rows = await db().$queryRaw<{ question_id: string }[]>`
    SELECT r."question_id" FROM "response" r
    JOIN "attempt" t ON t."id" = r."attempt_id" JOIN "assignment" a ON a."id" = t."assignment_id"
    WHERE t."id" = ${attemptId}::uuid AND r."saved_at" > ${movedAt}
      AND r."saved_at" > t."ends_at" + make_interval(secs => a."grace_seconds")`
  return rows.map(({ question_id: id }) => `taken after the end: ${id}`)
}

/** Where the stored points or the grade are not what marking the stored answers again gives. */
export async function gradeFaults(attemptId: string): Promise<readonly string[]> {
  const attempt = await db().attempt.findUniqueOrThrow({ where: { id: attemptId }, include: { assignment: true } })
  const questions = await attemptQuestions(attempt)
  const grade = await db().grade.findUnique({
    where: { assignmentId_userId: { assignmentId: attempt.assignmentId, userId: attempt.userId } },
  })
  if (questions === null || attempt.submittedAt === null) return ['not handed in']
  const right = totalPoints(markQuestions(questions, await selectResponses(db(), attemptId), attempt.assignment))
  const stored = { points: attempt.points, pointsMax: attempt.pointsMax }
  const same = (one: number | null | undefined, other: number) => Math.abs((one ?? Number.NaN) - other) < 1e-9
  const agrees = ({ points, pointsMax }: { readonly points: number | null; readonly pointsMax: number | null }) =>
    same(points, right.points) && same(pointsMax, right.pointsMax)
  return [
    ...(agrees(stored) ? [] : [`points ${JSON.stringify(stored)} where marking gives ${JSON.stringify(right)}`]),
    ...(grade !== null && agrees(grade)
      ? []
      : [`grade ${JSON.stringify(grade)} where marking gives ${JSON.stringify(right)}`]),
  ]
}
