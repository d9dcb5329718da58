import { expect, it } from 'vitest'
import { contentSecurityPolicy, scriptHash } from './content-security-policy'

it('lets a page run its own files and the scripts it names, and nobody frame it', () => {
  expect(contentSecurityPolicy(["'nonce-a'"], false)).toBe(
    "default-src 'self'; script-src 'self' 'nonce-a'; worker-src 'self'; style-src 'self' 'unsafe-inline'; " +
      "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  )
})

it('lets the development server make scripts, and no other', () => {
  expect(contentSecurityPolicy([], true)).toContain("script-src 'self' 'unsafe-eval';")
  expect(contentSecurityPolicy([], false)).not.toContain('unsafe-eval')
})

it('names a script by the SHA-256 of its text', () => {
  expect(scriptHash("alert('Hello, world.');")).toBe("'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng='")
})
