import { z } from 'zod'
import { responseSchema } from '@/course/quiz/response-schema'
import type { Transaction } from '../db'
import type { SavedResponse } from '../views/attempt-view'

/** How sure somebody is of an answer, as the database has it. */
export const certainty = z.literal([1, 2, 3]).nullable()

/** All saved answers of an attempt, by question. */
export async function selectResponses(transaction: Transaction, attemptId: string): Promise<readonly SavedResponse[]> {
  const rows = await transaction.response.findMany({
    where: { attemptId },
    orderBy: { questionId: 'asc' },
    select: { questionId: true, revision: true, answer: true, certainty: true, savedAt: true, checkedAt: true },
  })
  return rows.map((row) => ({
    questionId: row.questionId,
    revision: row.revision,
    answer: responseSchema.parse(row.answer),
    certainty: certainty.parse(row.certainty),
    savedAt: row.savedAt.toISOString(),
    checked: row.checkedAt !== null,
  }))
}
