import { roundedFraction } from '../points'
import type { FeedbackId, QuestionMark } from './mark'
import { acceptsText } from './match-text'
import type { Blank, FillQuestion, MatchingQuestion, OrderingQuestion } from './question'

/** What one part of an answer, a line or a blank, was found to be. */
type MarkedPart = {
  readonly correct: boolean
  readonly feedbackIds: readonly FeedbackId[]
  readonly misconceptions: readonly string[]
}

/** Partial credit: the share of lines that have their choice. */
export function markMatching(question: MatchingQuestion, pairs: Readonly<Record<string, string>>): QuestionMark {
  return markParts(
    question.pairs.map((pair) => {
      const given = Object.hasOwn(pairs, pair.id) ? (pairs[pair.id] ?? '') : ''
      if (given === pair.choice) {
        return { correct: true, feedbackIds: [], misconceptions: [] }
      }
      const misconceptions = given === '' || pair.misconception === undefined ? [] : [pair.misconception]
      return { correct: false, feedbackIds: [`part:${pair.id}`], misconceptions }
    }),
  )
}

/** Partial credit: the share of blanks filled rightly. */
export function markFill(question: FillQuestion, blanks: Readonly<Record<string, string>>): QuestionMark {
  return markParts(
    question.blanks.map((blank) => markBlank(blank, Object.hasOwn(blanks, blank.id) ? (blanks[blank.id] ?? '') : '')),
  )
}

function markBlank(blank: Blank, text: string): MarkedPart {
  if (acceptsText(blank, text)) {
    return { correct: true, feedbackIds: [], misconceptions: [] }
  }
  const foreseen = blank.mistakes.findIndex(({ accepted }) => acceptsText({ ...blank, accepted, typos: 0 }, text))
  const misconception = blank.mistakes[foreseen]?.misconception
  return {
    correct: false,
    feedbackIds: [foreseen < 0 ? `part:${blank.id}` : `part:${blank.id}:${foreseen}`],
    misconceptions: misconception === undefined ? [] : [misconception],
  }
}

function markParts(parts: readonly MarkedPart[]): QuestionMark {
  const right = parts.filter((part) => part.correct).length
  const correct = right === parts.length
  return {
    points: roundedFraction(right, parts.length),
    correct,
    feedbackIds: correct ? ['answer:right'] : parts.flatMap((part) => part.feedbackIds),
    misconceptions: [...new Set(parts.flatMap((part) => part.misconceptions))],
  }
}

/**
 * Partial credit: of all pairs of items, the share put in the right order minus
 * the share put in the wrong one, never below 0, so that an order drawn by
 * chance earns nothing on average. An item that is missing or given twice is no order.
 */
export function markOrdering(question: OrderingQuestion, order: readonly string[]): QuestionMark {
  const places = new Map(order.map((id, place) => [id, place]))
  if (order.length !== question.order.length || question.order.some((id) => !places.has(id))) {
    return { points: 0, correct: false, feedbackIds: [], misconceptions: [] }
  }
  const before = (first: string, second: string): boolean => (places.get(first) ?? 0) < (places.get(second) ?? 0)
  const pairs = question.order.flatMap((first, index) =>
    question.order.slice(index + 1).map((second) => before(first, second)),
  )
  const right = pairs.filter((isRight) => isRight).length
  const correct = right === pairs.length
  const made = question.mistakes.flatMap((mistake, index) =>
    before(mistake.first, mistake.second) ? [{ ...mistake, index }] : [],
  )
  const foreseen = made.map(({ index }) => `foreseen:${index}` as const)
  return {
    points: roundedFraction(2 * right - pairs.length, pairs.length),
    correct,
    feedbackIds: correct ? ['answer:right'] : foreseen.length > 0 ? foreseen : ['answer:wrong'],
    misconceptions: correct ? [] : [...new Set(made.flatMap(({ misconception }) => misconception ?? []))],
  }
}
