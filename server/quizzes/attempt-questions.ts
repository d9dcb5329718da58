import { arrangeOptions, selectQuestions } from '@/grader/quiz/draw'
import type { Question } from '@/grader/quiz/question'
import { findQuiz } from '../course'
import { db } from '../db'
import { pinnedQuestions, pinQuestions, selectPinnedQuestions } from './pinned-questions'

interface AttemptRow {
  readonly drawSeed: number
  readonly shuffleOptions: boolean
  readonly questions: unknown
}

/**
 * An attempt's questions, in its order and with their options in its order, as they were when it began; `null` when
 * they can no longer be known: it began before attempts kept their questions, and the course no longer has the quiz.
 */
export async function attemptQuestions(row: AttemptRow): Promise<readonly Question[] | null> {
  const pinned = pinnedQuestions.parse(row.questions)
  if (pinned.length === 0) {
    return null
  }
  const questions = await selectPinnedQuestions(pinned)
  return row.shuffleOptions ? questions.map((question) => arrangeOptions(question, row.drawSeed)) : questions
}

/** Attempts of a version of Quai that did not keep questions get those of today's course. Once at start. */
export async function pinOlderAttempts(): Promise<void> {
  const older = await db().attempt.findMany({
    where: { questions: { equals: [] } },
    select: { id: true, drawSeed: true, assignment: { select: { slug: true } } },
  })
  for (const { id, drawSeed, assignment } of older) {
    const quiz = findQuiz(assignment.slug)
    if (quiz !== null) {
      const pinned = await pinQuestions(selectQuestions(quiz, drawSeed))
      const data = { questions: pinned.map((one) => ({ ...one })), shuffleOptions: quiz.shuffle.options }
      await db().attempt.update({ where: { id }, data })
    }
  }
}
