import { z } from 'zod/mini'
import type { SaveOutcome, SaveReply, WaitingChange } from '@/components/quiz/response-store'
import type { AttemptClock } from '@/server/views/attempt-view'
import { openedSchema } from './waiting-schema'

const savedSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.object({ endsAt: z.nullable(z.string()), serverTime: z.string() }) }),
  z.object({ ok: z.literal(false), error: z.string() }),
])

const sealedSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    value: z.array(
      z.object({ outcome: z.enum(['saved', 'newer', 'refused', 'unreadable']), response: z.nullable(openedSchema) }),
    ),
  }),
  z.object({ ok: z.literal(false), error: z.string() }),
])

const clockSchema = z.object({
  endsAt: z.nullable(z.string()),
  submitted: z.boolean(),
  serverTime: z.string(),
}) satisfies z.ZodMiniType<AttemptClock>

const doneSchema = z.object({ ok: z.boolean() })

const TIMEOUT_MS = 10_000

/** How the answers of one attempt travel, and how the server reaches its page. */
export function attemptTransport(attemptId: string) {
  const listeners = new Set<(clock: AttemptClock) => void>()
  const tell = (clock: AttemptClock) => {
    for (const listener of listeners) {
      listener(clock)
    }
  }
  return {
    /** Sends one answer to the server and tells what became of it. */
    send: async (change: WaitingChange): Promise<SaveReply> => {
      try {
        return await ('sealed' in change ? sendSealed(attemptId, change.sealed) : sendClear(attemptId, change, tell))
      } catch {
        return { outcome: 'unreachable' }
      }
    },
    /** The push channel; the browser itself connects again when it was cut. */
    listen: (listener: (clock: AttemptClock) => void) => {
      listeners.add(listener)
      const events = new EventSource(`/api/attempts/${attemptId}/events`)
      events.onmessage = ({ data }) => {
        const told = clockSchema.safeParse(JSON.parse(String(data)))
        if (told.success) {
          listener(told.data)
        }
      }
      return () => {
        listeners.delete(listener)
        events.close()
      }
    },
    /** Hands the attempt in. Tells whether it went through: doing it again does no harm. */
    submit: async (): Promise<boolean> => {
      try {
        return doneSchema.parse(await post(`/api/attempts/${attemptId}/submission`, {})).ok
      } catch {
        return false
      }
    },
    /** Leaves a question for good, where there is no way back. */
    leave: async (questionId: string): Promise<boolean> => {
      try {
        return doneSchema.parse(await post('/api/responses/leave', { attemptId, questionId })).ok
      } catch {
        return false
      }
    },
  }
}

async function sendClear(
  attemptId: string,
  change: Exclude<WaitingChange, { sealed: string }>,
  tell: (clock: AttemptClock) => void,
): Promise<SaveReply> {
  const { questionId, revision, saveKey, answer, certainty } = change
  const sure = certainty === null ? {} : { certainty }
  const reply = savedSchema.parse(
    await post('/api/responses', { attemptId, questionId, revision, saveKey, answer, ...sure }),
  )
  if (!reply.ok) {
    return { outcome: refused(reply.error) }
  }
  tell({ ...reply.value, submitted: false })
  return { outcome: 'saved' }
}

async function sendSealed(attemptId: string, sealed: string): Promise<SaveReply> {
  const reply = sealedSchema.parse(await post('/api/responses/sealed', { attemptId, sealed: [sealed] }))
  if (!reply.ok) {
    return { outcome: refused(reply.error) }
  }
  const [saved] = reply.value
  const opened = saved?.response ?? null
  return {
    outcome: saved?.outcome === 'saved' || saved?.outcome === 'newer' ? saved.outcome : 'refused',
    ...(opened === null ? {} : { opened: { answer: opened.answer, certainty: opened.certainty ?? null } }),
  }
}

/** The reply's body. @throws where the server cannot be reached or is in trouble. */
async function post(address: string, body: object): Promise<unknown> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(TIMEOUT_MS),
  })
  if (response.status >= 500) {
    throw new Error(`The server answered ${response.status}.`)
  }
  return response.json()
}

/** Somebody else's session finds no such attempt: its owner has to sign in again, as after no session at all. */
function refused(error: string): SaveOutcome {
  switch (error) {
    case 'signed-out':
    case 'not-found':
      return 'signed-out'
    case 'stale-revision':
      return 'newer'
    default:
      return 'refused'
  }
}
