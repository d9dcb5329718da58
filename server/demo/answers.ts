import { assertNever } from '@/engine/assert-never'
import type { FillQuestion, MatchingQuestion, Question } from '@/grader/quiz/question'
import type { Response } from '@/grader/quiz/response'

/** An answer of somebody who knows (`right`) or has the first misunderstanding that the author foresaw. */
export function demoAnswer(question: Question, right: boolean): Response {
  switch (question.type) {
    case 'single':
      return { type: question.type, choice: question.options.find((option) => option.correct === right)?.id ?? null }
    case 'multiple':
      return {
        type: question.type,
        choices: question.options.filter((option) => option.correct === right).map((option) => option.id),
      }
    case 'true-false':
      return { type: question.type, choice: question.answer === right }
    case 'numeric': {
      const wrong = question.mistakes[0]?.value ?? question.answer + 1
      return { type: question.type, text: String(right ? question.answer : wrong) }
    }
    case 'text':
      return { type: question.type, text: (right ? question.accepted : question.mistakes[0]?.accepted)?.[0] ?? '' }
    case 'ordering':
      return { type: question.type, order: right ? question.order : question.order.toReversed() }
    case 'matching':
      return { type: question.type, pairs: matches(question, right) }
    case 'fill':
      return { type: question.type, blanks: fillings(question, right) }
    case 'command':
      return { type: question.type, text: (right ? question.references[0] : question.mistakes[0]?.command) ?? 'docker' }
    case 'predict':
      return {
        type: question.type,
        text: question.ask === 'rows' ? '' : right ? question.answer : (question.mistakes[0]?.answer ?? '0'),
        rows: question.rows.filter((row) => row.correct === right).map((row) => row.id),
      }
    case 'dockerfile':
      return { type: question.type, text: right ? question.reference : question.given }
    default:
      return assertNever(question)
  }
}

function matches({ pairs, choices }: MatchingQuestion, right: boolean): Readonly<Record<string, string>> {
  const other = (choice: string): string => choices.find(({ id }) => id !== choice)?.id ?? ''
  return Object.fromEntries(pairs.map(({ id, choice }) => [id, right ? choice : other(choice)]))
}

function fillings({ blanks }: FillQuestion, right: boolean): Readonly<Record<string, string>> {
  return Object.fromEntries(
    blanks.map(({ id, accepted, mistakes }) => [id, (right ? accepted : mistakes[0]?.accepted)?.[0] ?? '']),
  )
}

/** Which of `count` questions a person of this skill (percent) gets right: spread evenly, starting elsewhere for each person. */
export function knows(index: number, count: number, skill: number, person: number): boolean {
  const place = (index + person) % count
  return Math.floor(((place + 1) * skill) / 100) > Math.floor((place * skill) / 100)
}
