import { z } from 'zod'
import type { Response } from '@/grader/quiz/response'

const optionId = z.string().max(60)

/** Few entries, by short ids. */
function record<Value extends z.ZodType>(value: Value) {
  return z.record(optionId, value).refine((entries) => Object.keys(entries).length <= 10, 'too many entries')
}

/** A response as a browser may send it: bounded, and of no other shape. */
export const responseSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('single'), choice: optionId.nullable() }),
  z.strictObject({ type: z.literal('multiple'), choices: z.array(optionId).max(8) }),
  z.strictObject({ type: z.literal('true-false'), choice: z.boolean().nullable() }),
  z.strictObject({ type: z.literal('numeric'), text: z.string().max(100) }),
  z.strictObject({ type: z.literal('text'), text: z.string().max(300) }),
  z.strictObject({ type: z.literal('ordering'), order: z.array(optionId).max(8) }),
  z.strictObject({ type: z.literal('matching'), pairs: record(optionId) }),
  z.strictObject({ type: z.literal('fill'), blanks: record(z.string().max(200)) }),
  z.strictObject({ type: z.literal('command'), text: z.string().max(500) }),
  z.strictObject({ type: z.literal('predict'), text: z.string().max(2000), rows: z.array(optionId).max(20) }),
  z.strictObject({ type: z.literal('dockerfile'), text: z.string().max(8000) }),
]) satisfies z.ZodType<Response>
