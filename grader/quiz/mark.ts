import { assertNever } from '@/engine/assert-never'
import { roundedFraction } from '../points'
import { answersNumeric, findMistake, parseNumber } from './numeric'
import type { NumericQuestion, Option, Question } from './question'
import type { Response } from './response'

/**
 * Which sentence of the question answers the student: the feedback of an option,
 * of true or false, of a foreseen wrong number, or of a number right or wrong.
 */
export type FeedbackId =
  | `option:${string}`
  | 'answer:true'
  | 'answer:false'
  | `mistake:${number}`
  | 'number:right'
  | 'number:wrong'
  | 'number:unreadable'

/** The mark of one response: `points` between 0 and 1, `correct` when nothing is missing. */
export type QuestionMark = {
  readonly points: number
  readonly correct: boolean
  readonly feedbackIds: readonly FeedbackId[]
  readonly misconceptions: readonly string[]
}

const NOTHING: QuestionMark = { points: 0, correct: false, feedbackIds: [], misconceptions: [] }

/**
 * Marks a response. Unanswered, or of another type than the question: no points
 * and no feedback. Choices that the question does not have count as not chosen.
 */
export function markResponse(question: Question, response: Response): QuestionMark {
  switch (question.type) {
    case 'single':
      return response.type === 'single'
        ? markChoices(question.options, response.choice === null ? [] : [response.choice], exactly)
        : NOTHING
    case 'multiple':
      return response.type === 'multiple' ? markChoices(question.options, response.choices, partly) : NOTHING
    case 'true-false':
      return response.type === 'true-false' && response.choice !== null
        ? markTrueFalse(response.choice, question.answer, question.misconception)
        : NOTHING
    case 'numeric':
      return response.type === 'numeric' ? markNumeric(question, response.text) : NOTHING
    default:
      return assertNever(question)
  }
}

type ChoiceRule = (options: readonly Option[], chosen: readonly Option[]) => number

function markChoices(options: readonly Option[], choices: readonly string[], rule: ChoiceRule): QuestionMark {
  const chosen = options.filter((option) => choices.includes(option.id))
  const points = rule(options, chosen)
  return {
    points,
    correct: points === 1,
    feedbackIds: chosen.map((option) => `option:${option.id}` as const),
    misconceptions: chosen.flatMap((option) => option.misconception ?? []),
  }
}

const exactly: ChoiceRule = (_options, chosen) =>
  chosen.length === 1 && chosen.every((option) => option.correct) ? 1 : 0

/**
 * Partial credit: the share of right options chosen minus the share of wrong
 * options chosen, never below 0. Choosing everything, or nothing, earns 0.
 */
const partly: ChoiceRule = (options, chosen) => {
  const right = options.filter((option) => option.correct).length
  const wrong = options.length - right
  const hits = chosen.filter((option) => option.correct).length
  const misses = chosen.length - hits
  return wrong === 0 ? roundedFraction(hits, right) : roundedFraction(hits * wrong - misses * right, right * wrong)
}

function markTrueFalse(choice: boolean, answer: boolean, misconception?: string): QuestionMark {
  const correct = choice === answer
  return {
    points: correct ? 1 : 0,
    correct,
    feedbackIds: [choice ? 'answer:true' : 'answer:false'],
    misconceptions: correct || misconception === undefined ? [] : [misconception],
  }
}

function markNumeric(question: NumericQuestion, text: string): QuestionMark {
  if (text.trim() === '') {
    return NOTHING
  }
  const value = parseNumber(text)
  if (value === null) {
    return { ...NOTHING, feedbackIds: ['number:unreadable'] }
  }
  if (answersNumeric(question, value)) {
    return { points: 1, correct: true, feedbackIds: ['number:right'], misconceptions: [] }
  }
  const mistake = findMistake(question, value)
  return mistake === null
    ? { ...NOTHING, feedbackIds: ['number:wrong'] }
    : {
        ...NOTHING,
        feedbackIds: [`mistake:${mistake.value}`],
        misconceptions: mistake.misconception === undefined ? [] : [mistake.misconception],
      }
}
