import { assertNever } from '@/engine/assert-never'
import { markChosen, markChosenOne } from './mark-choices'
import { markFill, markMatching, markOrdering } from './mark-parts'
import { markPredict, markText } from './mark-texts'
import { answersNumeric, findMistake, parseNumber } from './numeric'
import type { NumericQuestion, PlainQuestion } from './question'
import { isAnswered, type Response } from './response'

/**
 * Which sentence of the question answers the student: the feedback of an option,
 * of true or false, of a number right, foreseen or wrong; of an answer right, wrong,
 * refused by Docker or foreseen (by its place among the mistakes); of a line, blank or
 * check (`part:id`), and there of a foreseen mistake (`part:id:0`).
 */
export type FeedbackId =
  | `option:${string}`
  | 'answer:true'
  | 'answer:false'
  | `mistake:${number}`
  | 'number:right'
  | 'number:wrong'
  | 'number:unreadable'
  | 'answer:right'
  | 'answer:wrong'
  | 'answer:refused'
  | `foreseen:${number}`
  | `part:${string}`

/** The mark of one response: `points` between 0 and 1, `correct` when nothing is missing. */
export type QuestionMark = {
  readonly points: number
  readonly correct: boolean
  readonly feedbackIds: readonly FeedbackId[]
  readonly misconceptions: readonly string[]
  /** What the engine showed of the answer, where it was tried on it; plain text. */
  readonly shown?: string
}

/** No points and nothing to say. */
export const NOTHING: QuestionMark = { points: 0, correct: false, feedbackIds: [], misconceptions: [] }

/**
 * Marks a response. Unanswered, or of another type than the question: no points
 * and no feedback. Choices that the question does not have count as not chosen.
 */
export function markResponse(question: PlainQuestion, response: Response): QuestionMark {
  if (!isAnswered(response)) {
    return NOTHING
  }
  switch (question.type) {
    case 'single':
      return response.type === 'single' && response.choice !== null
        ? markChosenOne(question.options, [response.choice])
        : NOTHING
    case 'multiple':
      return response.type === 'multiple' ? markChosen(question.options, response.choices) : NOTHING
    case 'true-false':
      return response.type === 'true-false' && response.choice !== null
        ? markTrueFalse(response.choice, question.answer, question.misconception)
        : NOTHING
    case 'numeric':
      return response.type === 'numeric' ? markNumeric(question, response.text) : NOTHING
    case 'text':
      return response.type === 'text' ? markText(question, response.text) : NOTHING
    case 'ordering':
      return response.type === 'ordering' ? markOrdering(question, response.order) : NOTHING
    case 'matching':
      return response.type === 'matching' ? markMatching(question, response.pairs) : NOTHING
    case 'fill':
      return response.type === 'fill' ? markFill(question, response.blanks) : NOTHING
    case 'predict':
      return response.type === 'predict' ? markPredict(question, response.text, response.rows) : NOTHING
    default:
      return assertNever(question)
  }
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
