import { markResponse } from '@/grader/quiz/mark'
import type { Question } from '@/grader/quiz/question'
import { emptyResponse } from '@/grader/quiz/response'
import type { MarkedQuestion, SavedResponse } from '../views/attempt-view'

/** Marks each question with its saved answer; one without an answer is marked as unanswered. */
export function markQuestions(
  questions: readonly Question[],
  responses: readonly SavedResponse[],
): readonly MarkedQuestion[] {
  const answers = new Map(responses.map((response) => [response.questionId, response.answer]))
  return questions.map((question) => {
    const answer = answers.get(question.id) ?? null
    return { question, answer, mark: markResponse(question, answer ?? emptyResponse(question.type)) }
  })
}

/** A question's points are multiples of 1/10,000 (`grader/points.ts`): summed as integers, so that no order of addition matters. */
const POINT_UNITS = 10_000

/** Points of a whole quiz: each question counts its points, 1 where it names none. */
export function totalPoints(marked: readonly MarkedQuestion[]): {
  readonly points: number
  readonly pointsMax: number
} {
  const units = marked.map(({ question, mark }) => {
    const weight = question.points ?? 1
    return { points: Math.round(mark.points * weight * POINT_UNITS), max: Math.round(weight * POINT_UNITS) }
  })
  return {
    points: units.reduce((sum, one) => sum + one.points, 0) / POINT_UNITS,
    pointsMax: units.reduce((sum, one) => sum + one.max, 0) / POINT_UNITS,
  }
}
