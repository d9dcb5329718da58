import { encode } from 'next-auth/jwt'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { readSession } from './session-token'

const SECRET = 'a-secret-of-the-tests-that-signs-nothing'
const NAME = 'next-auth.session-token'

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://nowhere')
  vi.stubEnv('NEXTAUTH_SECRET', SECRET)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
})

const tokenOf = (secret = SECRET, maxAge = 60) =>
  encode({ token: { userId: 'somebody', sessionVersion: 3 }, secret, maxAge })
const shown = (cookies: Readonly<Record<string, string>>) => readSession((name) => cookies[name])

it('reads who signed in, whole or in pieces, under both names', async () => {
  const token = await tokenOf()
  const session = { userId: 'somebody', sessionVersion: 3 }
  expect(await shown({ [NAME]: token })).toEqual(session)
  expect(await shown({ [`__Secure-${NAME}`]: token })).toEqual(session)
  expect(await shown({ [`${NAME}.0`]: token.slice(0, 80), [`${NAME}.1`]: token.slice(80) })).toEqual(session)
})

it('reads nobody from no token, from one of another secret, and from one that was altered', async () => {
  const token = await tokenOf()
  expect(await shown({})).toBeNull()
  expect(await shown({ [NAME]: await tokenOf('another secret of more than 32 characters') })).toBeNull()
  expect(await shown({ [NAME]: `${token.slice(0, -4)}AAAA` })).toBeNull()
})

it('reads nobody once a token ran out, though it was read before', async () => {
  vi.useFakeTimers({ now: new Date('2026-12-01T08:00:00Z'), toFake: ['Date'] })
  const token = await tokenOf()
  expect(await shown({ [NAME]: token })).not.toBeNull()
  vi.setSystemTime(new Date('2026-12-01T08:01:01Z'))
  expect(await shown({ [NAME]: token })).toBeNull()
})
