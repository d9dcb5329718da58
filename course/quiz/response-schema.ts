import { z } from 'zod'
import type { Response } from '@/grader/quiz/response'

const optionId = z.string().max(60)

/** A response as a browser may send it: bounded, and of no other shape. */
export const responseSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('single'), choice: optionId.nullable() }),
  z.strictObject({ type: z.literal('multiple'), choices: z.array(optionId).max(8) }),
  z.strictObject({ type: z.literal('true-false'), choice: z.boolean().nullable() }),
  z.strictObject({ type: z.literal('numeric'), text: z.string().max(100) }),
]) satisfies z.ZodType<Response>
