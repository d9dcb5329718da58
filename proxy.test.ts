import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { config, proxy } from './proxy'

/** Where a request is sent, or `null` when it goes through. */
async function visit(path: string, headers: Record<string, string> = {}): Promise<string | null> {
  const response = await proxy(new NextRequest(`http://quai.test${path}`, { headers }))
  const target = response.headers.get('location')
  return target === null ? null : target.replace('http://quai.test', '')
}

const SIGNED_IN = { cookie: 'next-auth.session-token=token' }

it.each([
  '/fr',
  '/en',
  '/fr/sign-in',
  '/en/chapters',
  '/fr/chapters/11-stop-start-kill',
  '/en/practice',
  '/fr/practice/13-ports',
])('lets anybody read %s', async (path) => {
  expect(await visit(path)).toBeNull()
})

it('sends a visitor who asks for anything else to the sign-in page and tells it where they came from', async () => {
  expect(await visit('/fr/assignments/1?a=b&c')).toBe('/fr/sign-in?from=%2Ffr%2Fassignments%2F1%3Fa%3Db%26c')
  expect(await visit('/en/classes')).toBe('/en/sign-in?from=%2Fen%2Fclasses')
})

it('lets a session’s cookie through, whole, in pieces or for https', async () => {
  expect(await visit('/fr/assignments', SIGNED_IN)).toBeNull()
  expect(await visit('/fr/assignments', { cookie: 'next-auth.session-token.0=part' })).toBeNull()
  expect(await visit('/fr/assignments', { cookie: '__Secure-next-auth.session-token=token' })).toBeNull()
})

it('adds the visitor’s language to an address without one', async () => {
  expect(await visit('/sign-in?error=x', { 'accept-language': 'fr-CH, en;q=0.5' })).toBe('/fr/sign-in?error=x')
  expect(await visit('/sign-in', { 'accept-language': 'fr', cookie: 'quai-language=en' })).toBe('/en/sign-in')
  expect(await visit('/assignments', { 'accept-language': 'de' })).toBe('/en/assignments')
})

it('never redirects to another site', async () => {
  expect(await visit('//evil.test/x')).toMatch(/^\/(?:fr|en)\//)
  expect(await visit('/\\evil.test')).toMatch(/^\/(?:fr|en)\//)
})

it('lets the scripts of one answer run by a nonce that no other answer has, which the page is told', async () => {
  const policies = await Promise.all(
    [1, 2].map(async () => {
      const response = await proxy(new NextRequest('http://quai.test/fr/sign-in'))
      const policy = response.headers.get('content-security-policy')
      expect(response.headers.get('x-middleware-request-content-security-policy')).toBe(policy)
      return policy ?? ''
    }),
  )
  expect(policies[0]).toMatch(/script-src 'self' 'sha256-[\w+/]{43}=' 'nonce-[\w+/]{22}=='; /)
  expect(policies[0]).not.toBe(policies[1])
  expect(policies.join()).not.toMatch(/script-src[^;]*unsafe/)
})

describe('where the course is closed', () => {
  const SECRET = 'a-secret-of-the-tests-that-signs-nothing'
  beforeEach(() => {
    vi.stubEnv('QUAI_CLOSED_COURSE', '1')
    vi.stubEnv('NEXTAUTH_SECRET', SECRET)
  })
  afterEach(() => vi.unstubAllEnvs())

  it.each([
    '/fr/chapters/13-ports',
    '/fr/chapters/13-ports.rsc',
    '/en/search',
    '/en/search-index.json',
    '/fr/practice/13-ports',
    '/en/practice/hub.json',
  ])('sends whoever has no valid session from %s to the sign-in page', async (path) => {
    const target = `/${path.slice(1, 3)}/sign-in?from=${encodeURIComponent(path)}`
    expect(await visit(path)).toBe(target)
    expect(await visit(path, SIGNED_IN)).toBe(target)
  })

  it('lets in whoever has one', async () => {
    const token = await encode({ token: { userId: 'x', sessionVersion: 1 }, secret: SECRET })
    expect(await visit('/fr/chapters/13-ports', { cookie: `next-auth.session-token=${token}` })).toBeNull()
  })
})

it('runs for pages only', () => {
  const pattern = new RegExp(`^(?:${config.matcher.join('|')})$`)
  const runs = [
    '/fr',
    '/en/chapters',
    '/',
    '/_next/static/a.js',
    '/api/responses',
    '/icon.svg',
    '/fr/api/x',
    '/fr/x.json',
  ]
  expect(runs.map((path) => pattern.test(path))).toEqual([true, true, false, false, false, false, true, true])
})
