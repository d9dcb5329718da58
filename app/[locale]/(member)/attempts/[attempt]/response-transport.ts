import { z } from 'zod/mini'
import type { ResponseChange, SaveOutcome } from '@/components/quiz/response-store'
import type { Response as QuizResponse } from '@/grader/quiz/response'

const answerSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('single'), choice: z.nullable(z.string()) }),
  z.object({ type: z.literal('multiple'), choices: z.array(z.string()) }),
  z.object({ type: z.literal('true-false'), choice: z.nullable(z.boolean()) }),
  z.object({ type: z.literal('numeric'), text: z.string() }),
]) satisfies z.ZodMiniType<QuizResponse>

const unsentSchema = z.array(
  z.object({ questionId: z.string(), revision: z.int(), saveKey: z.string(), answer: answerSchema }),
) satisfies z.ZodMiniType<readonly ResponseChange[]>

const savedSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true) }),
  z.object({ ok: z.literal(false), error: z.string() }),
])

const TIMEOUT_MS = 10_000

/** Answers that a former visit left in this browser. Throws on what is none. */
export function parseUnsent(json: string): readonly ResponseChange[] {
  return unsentSchema.parse(JSON.parse(json))
}

/** Sends one answer to the server and tells what became of it. */
export async function sendResponse(attemptId: string, change: ResponseChange): Promise<SaveOutcome> {
  try {
    const response = await fetch('/api/responses', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ attemptId, ...change }),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return response.status >= 500 ? 'unreachable' : outcome(await response.json())
  } catch {
    return 'unreachable'
  }
}

function outcome(body: unknown): SaveOutcome {
  const answer = savedSchema.parse(body)
  if (answer.ok) {
    return 'saved'
  }
  if (answer.error === 'signed-out') {
    return 'signed-out'
  }
  return answer.error === 'stale-revision' ? 'newer' : 'refused'
}
