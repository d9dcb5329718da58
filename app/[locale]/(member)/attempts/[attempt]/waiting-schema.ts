import { z } from 'zod/mini'
import type { WaitingChange } from '@/components/quiz/response-store'
import type { QuestionType } from '@/grader/quiz/question'
import type { Response } from '@/grader/quiz/response'

const texts = z.record(z.string(), z.string())

/** One a type, so that the compiler asks for that of a new one. */
const ANSWERS = {
  single: z.object({ type: z.literal('single'), choice: z.nullable(z.string()) }),
  multiple: z.object({ type: z.literal('multiple'), choices: z.array(z.string()) }),
  'true-false': z.object({ type: z.literal('true-false'), choice: z.nullable(z.boolean()) }),
  numeric: z.object({ type: z.literal('numeric'), text: z.string() }),
  text: z.object({ type: z.literal('text'), text: z.string() }),
  command: z.object({ type: z.literal('command'), text: z.string() }),
  dockerfile: z.object({ type: z.literal('dockerfile'), text: z.string() }),
  ordering: z.object({ type: z.literal('ordering'), order: z.array(z.string()) }),
  matching: z.object({ type: z.literal('matching'), pairs: texts }),
  fill: z.object({ type: z.literal('fill'), blanks: texts }),
  predict: z.object({ type: z.literal('predict'), text: z.string(), rows: z.array(z.string()) }),
} satisfies { readonly [Type in QuestionType]: z.ZodMiniType<Response> }

const answerSchema = z.union(Object.values(ANSWERS))

const certaintySchema = z.nullable(z.literal([1, 2, 3]))

const waitingSchema = z.array(
  z.union([
    z.object({ questionId: z.string(), revision: z.int(), sealed: z.string() }),
    z.object({
      questionId: z.string(),
      revision: z.int(),
      saveKey: z.string(),
      answer: answerSchema,
      certainty: certaintySchema,
      at: z.string(),
    }),
  ]),
) satisfies z.ZodMiniType<readonly WaitingChange[]>

/** An answer that the server opened, as it comes back. */
export const openedSchema = z.object({ answer: answerSchema, certainty: z.optional(z.literal([1, 2, 3])) })

/** Answers that a former visit left in this browser. Throws on what is none. */
export function parseWaiting(json: string): readonly WaitingChange[] {
  return waitingSchema.parse(JSON.parse(json))
}
