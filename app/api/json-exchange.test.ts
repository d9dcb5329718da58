import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { fail, succeed } from '@/server/result'
import { answer, parseJson } from './json-exchange'

const SCHEMA = z.strictObject({ text: z.string() })
const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8', host: 'quai.test' }

function request(body: BodyInit, headers: Record<string, string> = JSON_TYPE): Request {
  return new Request('http://quai.test/api', { method: 'POST', body, headers })
}

async function outcome(asked: Request, bytesMax = 100) {
  const parsed = await parseJson(asked, SCHEMA, bytesMax)
  return parsed.ok ? parsed.value : [parsed.response.status, await parsed.response.json()]
}

describe('parseJson', () => {
  it('gives the value of a body of the right shape, with and without an origin', async () => {
    expect(await outcome(request('{"text":"é"}'))).toEqual({ text: 'é' })
    expect(await outcome(request('{"text":"a"}', { ...JSON_TYPE, origin: 'http://quai.test' }))).toEqual({ text: 'a' })
  })

  it.each([
    ['another site', '{"text":"a"}', { ...JSON_TYPE, origin: 'http://evil.test' }, 403, 'foreign-origin'],
    ['an opaque origin', '{"text":"a"}', { ...JSON_TYPE, origin: 'null' }, 403, 'foreign-origin'],
    ['a form', '{"text":"a"}', { 'content-type': 'text/plain' }, 415, 'not-json'],
    ['no JSON', '{"text":', JSON_TYPE, 400, 'malformed'],
    ['an empty body', '', JSON_TYPE, 400, 'malformed'],
    ['another shape', '{"text":1}', JSON_TYPE, 400, 'malformed'],
    ['an unknown member', '{"text":"a","admin":true}', JSON_TYPE, 400, 'malformed'],
    ['too much', JSON.stringify({ text: 'x'.repeat(100) }), JSON_TYPE, 413, 'too-large'],
  ])('refuses %s', async (_what, body, headers, status, error) => {
    expect(await outcome(request(body, headers))).toEqual([status, { ok: false, error }])
  })

  it('stops reading at the limit, whatever length was announced', async () => {
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1
        controller.enqueue(new Uint8Array(64))
      },
    })
    const init = { method: 'POST', body: endless, headers: JSON_TYPE, duplex: 'half' }
    expect(await outcome(new Request('http://quai.test/api', init))).toEqual([413, { ok: false, error: 'too-large' }])
    expect(sent).toBeLessThan(10)
  })
})

describe('answer', () => {
  it.each([
    [succeed({ id: 1 }), 200],
    [fail('signed-out'), 401],
    [fail('forbidden'), 403],
    [fail('not-found'), 404],
    [fail('stale-revision'), 409],
  ])('sends %j with status %i', async (result, status) => {
    const response = answer(result)
    expect([response.status, await response.json()]).toEqual([status, result])
  })
})
