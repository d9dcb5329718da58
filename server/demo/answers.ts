import { assertNever } from '@/engine/assert-never'
import type { Question } from '@/grader/quiz/question'
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
    default:
      return assertNever(question)
  }
}

/** Which of `count` questions a person of this skill (percent) gets right: spread evenly, starting elsewhere for each person. */
export function knows(index: number, count: number, skill: number, person: number): boolean {
  const place = (index + person) % count
  return Math.floor(((place + 1) * skill) / 100) > Math.floor((place * skill) / 100)
}
