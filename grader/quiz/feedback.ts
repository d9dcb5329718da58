import { assertNever } from '@/engine/assert-never'
import type { LocalizedText } from '../localized-text'
import type { FeedbackId } from './mark'
import type { Question } from './question'

/** The key of a question in the student's own terms, for after the answer was given. */
export type QuestionKey =
  | { readonly type: 'single' | 'multiple'; readonly optionIds: readonly string[] }
  | { readonly type: 'true-false'; readonly answer: boolean }
  | { readonly type: 'numeric'; readonly answer: number; readonly tolerance: number }

/** What is right. To be sent only where the feedback policy allows it. */
export function questionKey(question: Question): QuestionKey {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return {
        type: question.type,
        optionIds: question.options.filter((option) => option.correct).map((option) => option.id),
      }
    case 'true-false':
      return { type: question.type, answer: question.answer }
    case 'numeric':
      return { type: question.type, answer: question.answer, tolerance: question.tolerance }
    default:
      return assertNever(question)
  }
}

const UNREADABLE: LocalizedText = {
  fr: '<p>Ce n’est pas un nombre : écrivez-le en chiffres.</p>',
  en: '<p>This is not a number: write it in digits.</p>',
}

/** The sentence that a mark's feedback id stands for; null for an id this question does not have. */
export function feedbackText(question: Question, id: FeedbackId): LocalizedText | null {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.find((option) => `option:${option.id}` === id)?.feedback ?? null
    case 'true-false':
      if (id === 'answer:true') {
        return question.feedback.true
      }
      return id === 'answer:false' ? question.feedback.false : null
    case 'numeric':
      return numericFeedback(question, id)
    default:
      return assertNever(question)
  }
}

function numericFeedback(question: Extract<Question, { type: 'numeric' }>, id: FeedbackId): LocalizedText | null {
  if (id === 'number:right') {
    return question.feedback.right
  }
  if (id === 'number:wrong') {
    return question.feedback.wrong
  }
  if (id === 'number:unreadable') {
    return UNREADABLE
  }
  return question.mistakes.find((mistake) => `mistake:${mistake.value}` === id)?.feedback ?? null
}
