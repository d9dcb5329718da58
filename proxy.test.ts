import { NextRequest } from 'next/server'
import { expect, it } from 'vitest'
import { config, proxy } from './proxy'

/** Where a request is sent, or `null` when it goes through. */
function visit(path: string, headers: Record<string, string> = {}): string | null {
  const response = proxy(new NextRequest(`http://quai.test${path}`, { headers }))
  const target = response.headers.get('location')
  return target === null ? null : target.replace('http://quai.test', '')
}

const SIGNED_IN = { cookie: 'next-auth.session-token=token' }

it.each(['/fr', '/en', '/fr/sign-in', '/en/chapters', '/fr/chapters/11-stop-start-kill'])(
  'lets anybody read %s',
  (path) => {
    expect(visit(path)).toBeNull()
  },
)

it('sends a visitor who asks for anything else to the sign-in page and tells it where they came from', () => {
  expect(visit('/fr/assignments/1?a=b&c')).toBe('/fr/sign-in?from=%2Ffr%2Fassignments%2F1%3Fa%3Db%26c')
  expect(visit('/en/classes')).toBe('/en/sign-in?from=%2Fen%2Fclasses')
})

it('lets a session’s cookie through, whole, in pieces or for https', () => {
  expect(visit('/fr/assignments', SIGNED_IN)).toBeNull()
  expect(visit('/fr/assignments', { cookie: 'next-auth.session-token.0=part' })).toBeNull()
  expect(visit('/fr/assignments', { cookie: '__Secure-next-auth.session-token=token' })).toBeNull()
})

it('adds the visitor’s language to an address without one', () => {
  expect(visit('/sign-in?error=x', { 'accept-language': 'fr-CH, en;q=0.5' })).toBe('/fr/sign-in?error=x')
  expect(visit('/sign-in', { 'accept-language': 'fr', cookie: 'quai-language=en' })).toBe('/en/sign-in')
  expect(visit('/assignments', { 'accept-language': 'de' })).toBe('/en/assignments')
})

it('never redirects to another site', () => {
  expect(visit('//evil.test/x')).toMatch(/^\/(?:fr|en)\//)
  expect(visit('/\\evil.test')).toMatch(/^\/(?:fr|en)\//)
})

it('lets the scripts of one answer run by a nonce that no other answer has, which the page is told', () => {
  const policies = [1, 2].map(() => {
    const response = proxy(new NextRequest('http://quai.test/fr/sign-in'))
    const policy = response.headers.get('content-security-policy')
    expect(response.headers.get('x-middleware-request-content-security-policy')).toBe(policy)
    return policy ?? ''
  })
  expect(policies[0]).toMatch(/script-src 'self' 'sha256-[\w+/]{43}=' 'nonce-[\w+/]{22}=='; /)
  expect(policies[0]).not.toBe(policies[1])
  expect(policies.join()).not.toMatch(/script-src[^;]*unsafe/)
})

it('runs for pages only', () => {
  const pattern = new RegExp(`^${config.matcher[0]}$`)
  const runs = ['/fr', '/en/chapters', '/', '/_next/static/a.js', '/api/responses', '/icon.svg', '/fr/api/x']
  expect(runs.map((path) => pattern.test(path))).toEqual([true, true, false, false, false, false, true])
})
