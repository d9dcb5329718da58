import { z } from 'zod'
import { assertNever } from '@/engine/assert-never'
import type { QuestionType } from '@/grader/quiz/question'
import type { Response } from '@/grader/quiz/response'
import { pinnedQuestions } from '@/server/quizzes/pinned-questions'

/** An attempt's questions as the browser knows them. */
export interface AskedQuestion {
  readonly id: string
  readonly type: QuestionType
}

const asked = z.array(
  z.object({
    id: z.string(),
    type: z.literal([
      'single',
      'multiple',
      'true-false',
      'numeric',
      'text',
      'ordering',
      'matching',
      'fill',
      'command',
      'predict',
      'dockerfile',
    ]),
  }),
)

/** Reads the column in which an attempt keeps which questions it asks. */
export function askedQuestions(column: unknown): readonly AskedQuestion[] {
  return asked.parse(pinnedQuestions.parse(column))
}

/** An answer of that type, another for each `turn`, of the length that students write. */
export function someAnswer({ type }: AskedQuestion, turn: number): Response {
  switch (type) {
    case 'single':
      return { type, choice: `option-${turn}` }
    case 'multiple':
      return { type, choices: ['a', `option-${turn}`] }
    case 'true-false':
      return { type, choice: turn % 2 === 0 }
    case 'numeric':
      return { type, text: String(turn) }
    case 'command':
      return { type, text: `docker run -d --name web${turn} nginx` }
    case 'dockerfile':
      return { type, text: `FROM nginx\nLABEL turn=${turn}\nCOPY . /usr/share/nginx/html\n` }
    case 'predict':
      return { type, text: `${turn}`, rows: [] }
    case 'ordering':
      return { type, order: [`option-${turn}`] }
    case 'matching':
      return { type, pairs: { a: `option-${turn}` } }
    case 'fill':
      return { type, blanks: { a: `${turn}` } }
    case 'text':
      return { type, text: `an answer in some words, for the ${turn}th time` }
    default:
      return assertNever(type)
  }
}
