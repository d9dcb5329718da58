import type { z } from 'zod'
import type { Denial, Result } from '@/server/result'

/** Reads and answers JSON for route handlers: bounded, same-origin, one form of error. */

export type ParsedRequest<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly response: Response }

/**
 * The request's body, if it is JSON of the schema's shape, not above `bytesMax`, and sent by a page of this site: a
 * form or script of another site cannot send `application/json` without asking first, and browsers name the origin.
 */
export async function parseJson<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  bytesMax: number,
): Promise<ParsedRequest<z.output<Schema>>> {
  if (!isSameOrigin(request)) {
    return refuse(403, 'foreign-origin')
  }
  if (request.headers.get('content-type')?.split(';')[0]?.trim() !== 'application/json') {
    return refuse(415, 'not-json')
  }
  const text = await readText(request, bytesMax)
  if (text === null) {
    return refuse(413, 'too-large')
  }
  const parsed = schema.safeParse(decodeJson(text))
  return parsed.success ? { ok: true, value: parsed.data } : refuse(400, 'malformed')
}

/** A server function's result as a response: the whole union as JSON, the status for tools and logs. */
export function answer<Value, Reason extends string>(result: Result<Value, Reason>): Response {
  return Response.json(result, { status: result.ok ? 200 : statusOf(result.error) })
}

const DENIALS: Readonly<Record<Denial, number>> = { 'signed-out': 401, forbidden: 403, 'not-found': 404 }

function isDenial(error: string): error is Denial {
  return error in DENIALS
}

function statusOf(error: string): number {
  return isDenial(error) ? DENIALS[error] : 409
}

function refuse(status: number, error: string): ParsedRequest<never> {
  return { ok: false, response: Response.json({ ok: false, error }, { status }) }
}

function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get('origin')
  return origin === null || (URL.canParse(origin) && new URL(origin).host === request.headers.get('host'))
}

/** `null` as soon as the body is longer than allowed, whatever its headers said. */
async function readText(request: Request, bytesMax: number): Promise<string | null> {
  const chunks: Uint8Array[] = []
  let length = 0
  for await (const chunk of request.body ?? []) {
    length += chunk.byteLength
    if (length > bytesMax) {
      return null
    }
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** `undefined`, which no schema here takes, for what is not JSON. */
function decodeJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
