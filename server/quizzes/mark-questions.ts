import type { QuestionMark } from '@/grader/quiz/mark'
import type { Question } from '@/grader/quiz/question'
import { emptyResponse, isAnswered } from '@/grader/quiz/response'
import { markOnEngine } from '@/grader/quiz/trial/mark-on-engine'
import { getHub } from '../course'
import type { MarkedQuestion, SavedResponse } from '../views/attempt-view'

/** How an assignment turns marks into points. */
export interface MarkingRules {
  /** Off: what is not wholly right earns nothing. */
  readonly partialCredit: boolean
  /** Answers are marked by how sure they were. */
  readonly certainty: boolean
}

/** What marking asks of a saved answer. */
type MarkedAnswer = Pick<SavedResponse, 'questionId' | 'answer' | 'certainty'>

/** Marks each question with its saved answer; one without an answer is marked as unanswered. */
export function markQuestions(
  questions: readonly Question[],
  responses: readonly MarkedAnswer[],
  rules: MarkingRules,
): readonly MarkedQuestion[] {
  const saved = new Map(responses.map((response) => [response.questionId, response]))
  return questions.map((question) => {
    const response = saved.get(question.id)
    const answer = response?.answer ?? null
    const mark = markOnEngine(question, answer ?? emptyResponse(question.type), getHub())
    const certainty = rules.certainty ? (response?.certainty ?? null) : null
    const answered = answer !== null && isAnswered(answer)
    return { question, answer, mark, certainty, points: answered ? earnedPoints(mark, certainty, rules) : 0 }
  })
}

/**
 * Certainty-based marking after Gardner-Medwin, as Moodle has it, in shares of a question's point: right answers earn
 * 1, 2 or 3 thirds, wrong ones cost 0, 2 or 6. An answer that does not say how sure it is counts as least sure.
 */
const WHEN_RIGHT = { 1: 1 / 3, 2: 2 / 3, 3: 1 } as const
const WHEN_WRONG = { 1: 0, 2: -2 / 3, 3: -2 } as const

function earnedPoints(mark: QuestionMark, certainty: 1 | 2 | 3 | null, rules: MarkingRules): number {
  const points = rules.partialCredit || mark.correct ? mark.points : 0
  if (!rules.certainty) {
    return points
  }
  const sure = certainty ?? 1
  return points > 0 ? points * WHEN_RIGHT[sure] : WHEN_WRONG[sure]
}

/** A question's points are multiples of 1/10,000 (`grader/points.ts`): summed as integers, so that no order of addition matters. */
const POINT_UNITS = 10_000

/**
 * Points of a whole quiz: each question counts its points, 1 where it names none. Never below nothing, whatever being
 * too sure has cost.
 */
export function totalPoints(marked: readonly MarkedQuestion[]): {
  readonly points: number
  readonly pointsMax: number
} {
  const units = marked.map(({ question, points }) => {
    const weight = question.points ?? 1
    return { points: Math.round(points * weight * POINT_UNITS), max: Math.round(weight * POINT_UNITS) }
  })
  const earned = units.reduce((sum, one) => sum + one.points, 0)
  return {
    points: Math.max(earned, 0) / POINT_UNITS,
    pointsMax: units.reduce((sum, one) => sum + one.max, 0) / POINT_UNITS,
  }
}
