import { assertNever } from '@/engine/assert-never'
import type { LocalizedText } from '../localized-text'
import type { FeedbackId } from './mark'
import type { FillQuestion, Question } from './question'

const UNREADABLE: LocalizedText = {
  fr: '<p>Ce n’est pas un nombre : écrivez-le en chiffres.</p>',
  en: '<p>This is not a number: write it in digits.</p>',
}

const REFUSED: LocalizedText = {
  fr: '<p>Docker a refusé. Lisez ce qu’il a répondu.</p>',
  en: '<p>Docker refused. Read what it answered.</p>',
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
    case 'predict':
      return question.rows.find((row) => `option:${row.id}` === id)?.feedback ?? answerFeedback(question, id)
    case 'text':
    case 'ordering':
    case 'command':
      return answerFeedback(question, id)
    case 'matching':
      return id === 'answer:right'
        ? question.feedback.right
        : (question.pairs.find((pair) => `part:${pair.id}` === id)?.feedback ?? null)
    case 'fill':
      return id === 'answer:right' ? question.feedback.right : blankFeedback(question, id)
    case 'dockerfile':
      return (
        question.checks.find((check) => `part:${check.id}` === id)?.feedback ??
        answerFeedback({ feedback: question.feedback, mistakes: [] }, id === 'answer:refused' ? 'answer:wrong' : id)
      )
    default:
      return assertNever(question)
  }
}

type Answered = {
  readonly feedback: { readonly right: LocalizedText; readonly wrong: LocalizedText }
  readonly mistakes: readonly { readonly feedback: LocalizedText }[]
}

function answerFeedback({ feedback, mistakes }: Answered, id: FeedbackId): LocalizedText | null {
  switch (id) {
    case 'answer:right':
      return feedback.right
    case 'answer:wrong':
      return feedback.wrong
    case 'answer:refused':
      return REFUSED
    default:
      return mistakes.find((_, index) => `foreseen:${index}` === id)?.feedback ?? null
  }
}

function blankFeedback(question: FillQuestion, id: FeedbackId): LocalizedText | null {
  for (const blank of question.blanks) {
    if (id === `part:${blank.id}`) {
      return blank.feedback
    }
    const foreseen = blank.mistakes.find((_, index) => id === `part:${blank.id}:${index}`)
    if (foreseen !== undefined) {
      return foreseen.feedback
    }
  }
  return null
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
