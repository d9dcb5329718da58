import { z } from 'zod'
import { responseSchema } from '@/course/quiz/response-schema'

/**
 * What browsers send, parsed once at the edge: actions and route handlers hand the parsed value to one server
 * function, which then trusts its shape (never its authority).
 */

export const saveResponseRequest = z.object({
  attemptId: z.uuid(),
  questionId: z.string().min(1).max(200),
  revision: z.int().min(1).max(1_000_000),
  saveKey: z.uuid(),
  answer: responseSchema,
})
export type SaveResponseRequest = z.infer<typeof saveResponseRequest>

/** A relative path without control characters: `Dockerfile`, `app/index.html`. */
const fileName = z
  .string()
  .max(200)
  .regex(/^[^\p{Cc}]+$/u)

/** Sizes are checked by the server function, which answers each with its own reason. */
export const submitTranscriptRequest = z.object({
  assignmentId: z.uuid(),
  transcripts: z.array(z.string()),
  files: z.array(z.object({ name: fileName, content: z.string() })),
  idempotencyKey: z.uuid(),
})
export type SubmitTranscriptRequest = z.infer<typeof submitTranscriptRequest>

export const signInRequest = z.object({
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
  password: z.string().min(1).max(1_000),
})
