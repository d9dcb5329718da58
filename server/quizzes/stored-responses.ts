import { responseSchema } from '@/course/quiz/response-schema'
import type { Transaction } from '../db'
import type { SavedResponse } from '../views/attempt-view'

/** All saved answers of an attempt, by question. */
export async function selectResponses(transaction: Transaction, attemptId: string): Promise<readonly SavedResponse[]> {
  const rows = await transaction.response.findMany({
    where: { attemptId },
    orderBy: { questionId: 'asc' },
    select: { questionId: true, revision: true, answer: true, savedAt: true },
  })
  return rows.map((row) => ({
    questionId: row.questionId,
    revision: row.revision,
    answer: responseSchema.parse(row.answer),
    savedAt: row.savedAt.toISOString(),
  }))
}
