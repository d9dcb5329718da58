import { isId, requireViewer } from '../access'
import { db } from '../db'
import { fail, type Result, succeed } from '../result'
import { verdictSchema } from '../stored/verdict-schema'
import type { AlikeSubmission } from '../views/appeal-view'
import type { Viewer } from '../views/viewer'
import { staffSubmissions } from './visible-submissions'

/** Submissions looked through for one appeal at most, the newest ones, and those listed. */
const READ_MAX = 200
const LISTED_MAX = 20

/**
 * For each appeal of a submission the other students of the assignment whose newest work shows the same disagreement
 * about the same command, for the class's staff: whoever answers one may want to look at them all.
 */
export async function listAlike(
  viewer: Viewer | null,
  submissionId: string,
): Promise<Result<readonly AlikeSubmission[]>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const found = isId(submissionId)
    ? await db().submission.findFirst({
        where: { id: submissionId, ...staffSubmissions(asked.value) },
        select: {
          userId: true,
          assignment: { select: { id: true, classId: true } },
          appeals: { select: { id: true, terminal: true, line: true } },
          verdicts: { where: { conceded: '' }, orderBy: { createdAt: 'desc' }, take: 1, select: { result: true } },
        },
      })
    : null
  const assignment = found?.assignment ?? null
  if (found === null || assignment === null) {
    return fail('not-found')
  }
  const steps = found.verdicts.flatMap(({ result }) => verdictSchema.parse(result).steps)
  const alike = await Promise.all(
    found.appeals.map(async ({ id, terminal, line }) => {
      const step = steps.find((one) => one.terminal === terminal && one.line === line)
      return step === undefined || !isDoubted(step)
        ? []
        : selectAlike(step, { appealId: id, userId: found.userId, ...assignment })
    }),
  )
  return succeed(alike.flat())
}

type Step = ReturnType<typeof verdictSchema.parse>['steps'][number]

interface AppealedAt {
  readonly appealId: string
  readonly userId: string
  /** Of the assignment. */
  readonly id: string
  readonly classId: string
}

interface AlikeRow {
  readonly submissionId: string
  readonly student: string
  readonly result: unknown
}

/** The command as it stands in the stored text finds the candidates: nobody's transcript is unpacked by the database. */
async function selectAlike(step: Step, { appealId, userId, id, classId }: AppealedAt) {
  const stored = `"command":${JSON.stringify(step.command)}`
  const rows = await db().$queryRaw<AlikeRow[]>`
    SELECT * FROM (
      SELECT DISTINCT ON (s."user_id") s."id" AS "submissionId", u."name" AS "student", v."result", s."submitted_at"
      FROM "submission" s
      JOIN "user" u ON u."id" = s."user_id"
      JOIN "verdict" v ON v."submission_id" = s."id"
      WHERE s."assignment_id" = ${id}::uuid AND s."user_id" <> ${userId}::uuid
      ORDER BY s."user_id", s."ordinal" DESC, v."created_at" DESC
    ) newest
    WHERE position(${stored} IN "result"::text) > 0
    ORDER BY "submitted_at" DESC LIMIT ${READ_MAX}`
  return rows
    .flatMap(({ submissionId, student, result }): readonly AlikeSubmission[] => {
      const same = verdictSchema.parse(result).steps.find((one) => isSameDisagreement(one, step))
      return same === undefined
        ? []
        : [{ appealId, classId, submissionId, student, terminal: same.terminal, line: same.line }]
    })
    .slice(0, LISTED_MAX)
}

function isDoubted({ verdict }: Step): boolean {
  return verdict === 'inconsistent' || verdict === 'unexplained'
}

function isSameDisagreement(one: Step, other: Step): boolean {
  const codes = ({ findings }: Step) => findings.map(({ code }) => code).join(' ')
  return one.command === other.command && isDoubted(one) && codes(one) === codes(other)
}
