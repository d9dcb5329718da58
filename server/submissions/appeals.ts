import { isId, requireViewer } from '../access'
import { recordAudit } from '../audit'
import { isUniqueViolation } from '../database-errors'
import { db } from '../db'
import type { AnswerAppealRequest, OpenAppealRequest } from '../requests'
import { fail, type Result, succeed } from '../result'
import { verdictSchema } from '../stored/verdict-schema'
import type { AppealView } from '../views/appeal-view'
import type { Viewer } from '../views/viewer'
import { regradeConceded } from './regrade-conceded'
import { ownSubmissions, staffSubmissions, visibleSubmissions } from './visible-submissions'

/** Appeals that one submission may have. */
const APPEALS_MAX = 20

export type AppealRefusal = 'no-such-line' | 'repeated' | 'too-many'

/** Objects to what the grader says of one command of the viewer's own submission; of practice nobody would answer. */
export async function openAppeal(
  viewer: Viewer | null,
  request: OpenAppealRequest,
): Promise<Result<null, AppealRefusal>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const { submissionId, terminal, line, comment } = request
  const found = await db().submission.findFirst({
    where: { id: submissionId, assignmentId: { not: null }, ...ownSubmissions(asked.value) },
    select: {
      verdicts: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 1, select: { result: true } },
      _count: { select: { appeals: true } },
    },
  })
  if (found === null) {
    return fail('not-found')
  }
  const steps = found.verdicts.flatMap(({ result }) => verdictSchema.parse(result).steps)
  if (!steps.some((step) => step.terminal === terminal && step.line === line)) {
    return fail('no-such-line')
  }
  if (found._count.appeals >= APPEALS_MAX) {
    return fail('too-many')
  }
  try {
    await db().appeal.create({ data: { submissionId, terminal, line, comment } })
    return succeed(null)
  } catch (error) {
    if (isUniqueViolation(error)) {
      return fail('repeated')
    }
    throw error
  }
}

/**
 * Answers an appeal of one's class; a later answer replaces the former, and both stay in the audit trail. One that is
 * accepted, or taken back, has its submission graded again before this answers.
 */
export async function answerAppeal(viewer: Viewer | null, request: AnswerAppealRequest): Promise<Result<null>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const answered = await storeAnswer(asked.value, request)
  if (!answered.ok) {
    return answered
  }
  if (answered.value !== null) {
    await regradeConceded(answered.value, asked.value.id)
  }
  return succeed(null)
}

/** Answers the submission to grade again, where another line is conceded now. */
async function storeAnswer(viewer: Viewer, request: AnswerAppealRequest): Promise<Result<string | null>> {
  const { appealId, state, answer } = request
  return db().$transaction(async (transaction): Promise<Result<string | null>> => {
    const before = await transaction.appeal.findFirst({
      where: { id: appealId, submission: staffSubmissions(viewer) },
      select: {
        state: true,
        answer: true,
        submissionId: true,
        submission: { select: { assignment: { select: { classId: true } } } },
      },
    })
    const classId = before?.submission.assignment?.classId
    if (before === null || classId === undefined) {
      return fail('not-found')
    }
    const isOther = (before.state === 'accepted') !== (state === 'accepted')
    await transaction.appeal.update({
      where: { id: appealId },
      data: {
        state,
        answer,
        answeredAt: new Date(),
        answeredById: viewer.id,
        ...(isOther ? { pointsBefore: null, pointsAfter: null } : {}),
      },
    })
    await recordAudit(transaction, {
      classId,
      actorId: viewer.id,
      action: 'appeal-answered',
      detail: {
        appealId,
        submissionId: before.submissionId,
        before: { state: before.state, answer: before.answer },
        after: { state, answer },
      },
    })
    return succeed(isOther ? before.submissionId : null)
  })
}

/** The appeals of a submission, for its owner and the class's staff, in the order of its lines. */
export async function listAppeals(viewer: Viewer | null, submissionId: string): Promise<Result<readonly AppealView[]>> {
  const asked = requireViewer(viewer)
  if (!asked.ok) {
    return asked
  }
  const found = isId(submissionId)
    ? await db().submission.findFirst({
        where: { id: submissionId, ...visibleSubmissions(asked.value) },
        select: {
          appeals: {
            orderBy: [{ terminal: 'asc' }, { line: 'asc' }],
            include: { answeredBy: { select: { name: true } } },
          },
        },
      })
    : null
  return found === null
    ? fail('not-found')
    : succeed(
        found.appeals.map(
          ({ id, terminal, line, comment, createdAt, state, answer, answeredBy, pointsBefore, pointsAfter }) => ({
            id,
            terminal,
            line,
            comment,
            createdAt: createdAt.toISOString(),
            state,
            answer,
            answeredBy: answeredBy?.name ?? null,
            regrade:
              pointsBefore === null || pointsAfter === null ? null : { before: pointsBefore, after: pointsAfter },
          }),
        ),
      )
}
