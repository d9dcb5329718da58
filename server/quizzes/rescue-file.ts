import { z } from 'zod'
import { requireMembership, STAFF } from '../access'
import { type AuditDetail, recordAudit } from '../audit'
import { db, type Transaction } from '../db'
import { recountGrade } from '../grades'
import { fail, type Result, succeed } from '../result'
import type { RescuedAnswer, RescuePreview } from '../views/rescue-view'
import type { Viewer } from '../views/viewer'
import { attemptQuestions } from './attempt-questions'
import { markQuestions, totalPoints } from './mark-questions'
import { pinnedQuestions } from './pinned-questions'
import { type OpenedResponse, openedResponse, openSealed } from './sealed-responses'
import { selectResponses } from './stored-responses'

/**
 * A file in which a student saved the answers that their browser could not send. Sealed ones nobody could alter; clear
 * ones (a browser without encryption) are what the file says they are.
 */
export const rescueFile = z.strictObject({
  format: z.literal('quai-answers-1'),
  attemptId: z.uuid(),
  sealed: z.array(z.string().max(60_000)).max(200),
  clear: z.array(openedResponse).max(200),
})

/** `not-a-rescue-file`: no such file, or of an attempt in another class. */
export type RescueRefusal = 'not-a-rescue-file'

interface OpenedFile {
  readonly attemptId: string
  readonly answers: readonly (OpenedResponse & { readonly sealed: boolean })[]
  readonly unreadable: number
}

function openFile(text: string): OpenedFile | null {
  const parsed = rescueFile.safeParse(parseJson(text))
  if (!parsed.success) {
    return null
  }
  const { attemptId, sealed, clear } = parsed.data
  const opened = sealed.map((one) => openSealed(attemptId, one))
  const readable = opened.filter((one) => one !== null)
  return {
    attemptId,
    answers: [...readable.map((one) => ({ ...one, sealed: true })), ...clear.map((one) => ({ ...one, sealed: false }))],
    unreadable: opened.length - readable.length,
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

/** What a file holds beyond what the server has, for the class's staff to decide on. Changes nothing. */
export async function previewRescue(
  viewer: Viewer | null,
  classId: string,
  text: string,
): Promise<Result<RescuePreview, RescueRefusal>> {
  const allowed = await requireMembership(viewer, classId, STAFF)
  if (!allowed.ok) {
    return allowed
  }
  const file = openFile(text)
  const attempt = file === null ? null : await selectAttempt(db(), classId, file.attemptId)
  if (file === null || attempt === null) {
    return fail('not-a-rescue-file')
  }
  return succeed({
    attemptId: attempt.id,
    student: attempt.user,
    submittedAt: attempt.submittedAt?.toISOString() ?? null,
    endsAt: attempt.endsAt?.toISOString() ?? null,
    answers: await newerAnswers(db(), attempt, file),
    unreadable: file.unreadable,
  })
}

/**
 * Takes the newer answers of a file into its attempt and, where that is handed in already, marks it anew. With the
 * reason, in the audit.
 */
export async function importRescue(
  viewer: Viewer | null,
  request: { readonly classId: string; readonly text: string; readonly reason: string },
): Promise<Result<{ readonly imported: number }, RescueRefusal>> {
  const allowed = await requireMembership(viewer, request.classId, ['instructor'])
  if (!allowed.ok) {
    return allowed
  }
  const file = openFile(request.text)
  if (file === null) {
    return fail('not-a-rescue-file')
  }
  return db().$transaction(async (transaction) => {
    await transaction.$queryRaw`SELECT 1 FROM "attempt" WHERE "id" = ${file.attemptId}::uuid FOR UPDATE`
    const attempt = await selectAttempt(transaction, request.classId, file.attemptId)
    if (attempt === null) {
      return fail('not-a-rescue-file')
    }
    const answers = await newerAnswers(transaction, attempt, file)
    for (const one of answers) {
      await writeAnswer(transaction, attempt.id, one)
    }
    await markAgain(transaction, attempt)
    await recordAudit(transaction, {
      classId: request.classId,
      actorId: allowed.value.viewer.id,
      action: 'responses-imported',
      detail: auditDetail(attempt, answers, request.reason),
    })
    return succeed({ imported: answers.length })
  })
}

type AttemptRow = NonNullable<Awaited<ReturnType<typeof selectAttempt>>>

function selectAttempt(transaction: Transaction, classId: string, attemptId: string) {
  return transaction.attempt.findFirst({
    where: { id: attemptId, assignment: { classId } },
    include: { assignment: true, user: { select: { id: true, name: true, email: true } } },
  })
}

/** Answers to questions of this attempt, of a higher revision than the server has; the highest of each question. */
async function newerAnswers(
  transaction: Transaction,
  attempt: AttemptRow,
  file: OpenedFile,
): Promise<readonly RescuedAnswer[]> {
  const held = new Map((await selectResponses(transaction, attempt.id)).map((one) => [one.questionId, one]))
  const newest = new Map<string, OpenedFile['answers'][number]>()
  for (const answer of file.answers) {
    const known = newest.get(answer.questionId)?.revision ?? held.get(answer.questionId)?.revision ?? 0
    if (answer.revision > known) {
      newest.set(answer.questionId, answer)
    }
  }
  return pinnedQuestions.parse(attempt.questions).flatMap(({ id, type }, index) => {
    const answer = newest.get(id)
    return answer === undefined || answer.answer.type !== type
      ? []
      : [{ ...answer, number: index + 1, held: held.get(id)?.answer ?? null }]
  })
}

async function writeAnswer(transaction: Transaction, attemptId: string, answer: RescuedAnswer): Promise<void> {
  const row = {
    revision: answer.revision,
    saveKey: answer.saveKey,
    answer: JSON.parse(JSON.stringify(answer.answer)),
    certainty: answer.certainty ?? null,
    savedAt: new Date(),
  }
  await transaction.response.upsert({
    where: { attemptId_questionId: { attemptId, questionId: answer.questionId } },
    create: { attemptId, questionId: answer.questionId, ...row },
    update: row,
  })
}

async function markAgain(transaction: Transaction, attempt: AttemptRow): Promise<void> {
  const questions = attempt.submittedAt === null ? null : await attemptQuestions(attempt)
  if (questions === null) {
    return
  }
  const responses = await selectResponses(transaction, attempt.id)
  const total = totalPoints(markQuestions(questions, responses, attempt.assignment))
  await transaction.attempt.update({ where: { id: attempt.id }, data: total })
  if (!attempt.assignment.practice) {
    await recountGrade(transaction, attempt.assignment, attempt.userId)
  }
}

function auditDetail(attempt: AttemptRow, answers: readonly RescuedAnswer[], reason: string): AuditDetail {
  return {
    attemptId: attempt.id,
    userId: attempt.userId,
    pointsBefore: attempt.points,
    reason,
    answers: answers.map(({ questionId, revision, sealed, at }) => ({ questionId, revision, sealed, at })),
  }
}
