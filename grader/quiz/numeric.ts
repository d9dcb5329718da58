import type { NumericMistake, NumericQuestion } from './question'

/** Longest answer read as a number; anything longer was not meant as one. */
const LONGEST_NUMBER = 30

/**
 * Reads a number as people type it: decimal point or comma, sign, spaces around
 * and between groups of digits (`1 000`). Null when it is not one number.
 */
export function parseNumber(text: string): number | null {
  if (text.length > LONGEST_NUMBER) {
    return null
  }
  const compact = text.replace(/\s/gu, '').replace('−', '-').replace(',', '.')
  return /^[+-]?(\d+(\.\d*)?|\.\d+)$/u.test(compact) ? Number(compact) : null
}

/** Whether a number is right for the question. The rounding slack covers 0.1 + 0.2. */
export function answersNumeric(question: NumericQuestion, value: number): boolean {
  return Math.abs(value - question.answer) <= question.tolerance + Number.EPSILON
}

/** The wrong number the author foresaw, if it is this one. */
export function findMistake(question: NumericQuestion, value: number): NumericMistake | null {
  return question.mistakes.find((mistake) => mistake.value === value) ?? null
}
