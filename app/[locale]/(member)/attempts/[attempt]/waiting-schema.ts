import { z } from 'zod/mini'
import type { WaitingChange } from '@/components/quiz/response-store'
import type { Response } from '@/grader/quiz/response'

const answerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single'), choice: z.nullable(z.string()) }),
  z.object({ type: z.literal('multiple'), choices: z.array(z.string()) }),
  z.object({ type: z.literal('true-false'), choice: z.nullable(z.boolean()) }),
  z.object({ type: z.literal('numeric'), text: z.string() }),
]) satisfies z.ZodMiniType<Response>

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
