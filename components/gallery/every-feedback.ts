import { assertNever } from '@/engine/assert-never'
import type { LocalizedText } from '@/grader/localized-text'
import type { Question } from '@/grader/quiz/question'

/** What is said of an answer: which one, the text, and the belief that leads to it. */
export interface ToldFeedback {
  readonly of: string
  readonly text: LocalizedText
  readonly misconception: string | null
}

type Said = { readonly feedback: LocalizedText; readonly misconception?: string }

const told = (of: string, { feedback, misconception }: Said): ToldFeedback => ({
  of,
  text: feedback,
  misconception: misconception ?? null,
})

/** Everything that a question may say of an answer. */
export function everyFeedback(question: Question): readonly ToldFeedback[] {
  switch (question.type) {
    case 'single':
    case 'multiple':
      return question.options.map((option) => told(option.id, option))
    case 'true-false':
      return [told('true', { feedback: question.feedback.true }), told('false', { feedback: question.feedback.false })]
    case 'numeric':
      return [...verdicts(question.feedback), ...question.mistakes.map((one) => told(String(one.value), one))]
    case 'text':
      return [...verdicts(question.feedback), ...question.mistakes.map((one) => told(one.accepted.join(' | '), one))]
    case 'ordering':
      return [
        ...verdicts(question.feedback),
        ...question.mistakes.map((one) => told(`${one.first} < ${one.second}`, one)),
      ]
    case 'matching':
      return [told('✓', { feedback: question.feedback.right }), ...question.pairs.map((pair) => told(pair.id, pair))]
    case 'fill':
      return [
        told('✓', { feedback: question.feedback.right }),
        ...question.blanks.flatMap((blank) => [
          told(blank.id, blank),
          ...blank.mistakes.map((one) => told(`${blank.id}: ${one.accepted.join(' | ')}`, one)),
        ]),
      ]
    case 'command':
      return [...verdicts(question.feedback), ...question.mistakes.map((one) => told(one.command, one))]
    case 'predict':
      return [
        ...verdicts(question.feedback),
        ...question.mistakes.map((one) => told(one.answer, one)),
        ...question.rows.flatMap(({ text, feedback, misconception }) =>
          feedback === undefined ? [] : [{ of: text, text: feedback, misconception: misconception ?? null }],
        ),
      ]
    case 'dockerfile':
      return [...verdicts(question.feedback), ...question.checks.map((check) => told(check.line, check))]
    default:
      return assertNever(question)
  }
}

function verdicts(feedback: { readonly right: LocalizedText; readonly wrong: LocalizedText }): readonly ToldFeedback[] {
  return [told('✓', { feedback: feedback.right }), told('✗', { feedback: feedback.wrong })]
}
