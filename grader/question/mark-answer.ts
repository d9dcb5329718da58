import { assertNever } from '@/engine/assert-never'
import { parseNumber } from '../quiz/numeric'
import type { Bindings, History } from '../score/history'
import type { ExerciseQuestion, NumberQuestion, SentenceQuestion } from './exercise-question'
import { valuesOf } from './object-values'
import { fitsSentence, normalised } from './sentence'

/** Digits of an id that name it, at least. */
const ID_DIGITS = 4

/** Is the answer to a question inside an exercise right, given what the session went through? */
export function isRightAnswer(
  question: ExerciseQuestion,
  answer: string,
  history: History,
  bindings: Bindings,
): boolean {
  switch (question.type) {
    case 'number':
      return isRightNumber(question, answer, history, bindings)
    case 'choice':
      return question.options.some((option) => option.correct && option.id === answer.trim())
    case 'sentence':
      return isRightSentence(question, answer, history, bindings)
    default:
      return assertNever(question)
  }
}

function isRightNumber(question: NumberQuestion, answer: string, history: History, bindings: Bindings): boolean {
  const value = parseNumber(answer)
  if (value === null) return false
  const { key, tolerance } = question
  const right = [
    ...(question.answer === undefined ? [] : [Number(question.answer)]),
    ...(key === undefined ? [] : valuesOf(key, history, bindings).map(Number)),
  ]
  return right.some((each) => Math.abs(each - value) <= tolerance + Number.EPSILON)
}

function isRightSentence(question: SentenceQuestion, answer: string, history: History, bindings: Bindings): boolean {
  if (question.accept.some((pattern) => fitsSentence(answer, pattern))) return true
  const { key } = question
  if (key === undefined) return false
  const said = normalised(answer)
  return valuesOf(key, history, bindings).some((value) => isSaid(said, normalised(value), key.value === 'id'))
}

/** The value alone, or among other words; of an id its first digits are enough. */
function isSaid(said: string, value: string, isId: boolean): boolean {
  return said.split(' ').some((word) => word === value || (isId && word.length >= ID_DIGITS && value.startsWith(word)))
}
