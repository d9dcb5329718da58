import { describe, expect, it } from 'vitest'
import { canonicalReference, familiarReference, withDefaultTag } from './print-reference'
import { dockerReferenceRules, parseAnyReference, parseReference } from './reference'

const today = dockerReferenceRules('28')
const DIGEST = `sha256:${'0a'.repeat(32)}`

describe('parseReference', () => {
  it.each([
    ['redis', 'docker.io/library/redis', 'redis', 'redis:latest'],
    ['redis:7-alpine', 'docker.io/library/redis:7-alpine', 'redis:7-alpine', 'redis:7-alpine'],
    ['docker.io/redis', 'docker.io/library/redis', 'redis', 'redis:latest'],
    ['index.docker.io/library/redis', 'docker.io/library/redis', 'redis', 'redis:latest'],
    ['alice/web_app', 'docker.io/alice/web_app', 'alice/web_app', 'alice/web_app:latest'],
    ['localhost/app', 'localhost/app', 'localhost/app', 'localhost/app:latest'],
    ['host:5000/team/app:2.0', 'host:5000/team/app:2.0', 'host:5000/team/app:2.0', 'host:5000/team/app:2.0'],
    ['[2001:db8::1]:5000/app', '[2001:db8::1]:5000/app', '[2001:db8::1]:5000/app', '[2001:db8::1]:5000/app:latest'],
    ['UPPER/app', 'UPPER/app', 'UPPER/app', 'UPPER/app:latest'],
    [`redis@${DIGEST}`, `docker.io/library/redis@${DIGEST}`, `redis@${DIGEST}`, `redis@${DIGEST}`],
    [`redis:7@${DIGEST}`, `docker.io/library/redis:7@${DIGEST}`, `redis:7@${DIGEST}`, `redis:7@${DIGEST}`],
  ])('[REF1] reads %s', (text, canonical, familiar, tagged) => {
    const parsed = parseReference(text, today)
    if (!parsed.ok) throw new Error(parsed.error)
    const { reference } = parsed
    expect([
      canonicalReference(reference),
      familiarReference(reference),
      familiarReference(withDefaultTag(reference)),
    ]).toEqual([canonical, familiar, tagged])
  })

  it.each([
    ['', 'invalid reference format'],
    ['redis:', 'invalid reference format'],
    ['-redis', 'invalid reference format'],
    ['a//b', 'invalid reference format'],
    ['redis:é', 'invalid reference format'],
    ['Redis', 'invalid reference format: repository name (library/Redis) must be lowercase'],
    ['host:5000/App', 'invalid reference format: repository name (App) must be lowercase'],
    ['ab'.repeat(32), `invalid repository name (${'ab'.repeat(32)}), cannot specify 64-byte hexadecimal strings`],
    [`redis@sha256:${'0a'.repeat(20)}`, 'invalid checksum digest length'],
    [`redis@md5:${'0a'.repeat(16)}`, 'unsupported digest algorithm'],
    [`host/${'a/'.repeat(130)}a`, 'repository name must not be more than 255 characters'],
    ['a'.repeat(100_000), 'invalid reference format'],
  ])('[REF2] refuses %.60s', (text, error) => {
    expect(parseReference(text, today)).toEqual({ ok: false, error })
  })

  it('[REF3] says less about upper case in 20.10, which takes no upper-case part for a registry', () => {
    const error = 'invalid reference format: repository name must be lowercase'
    expect(parseReference('Redis', dockerReferenceRules('20.10'))).toEqual({ ok: false, error })
    expect(parseReference('Team/app', dockerReferenceRules('20.10'))).toEqual({ ok: false, error })
  })
})

it('[REF4] takes 64 hexadecimal digits or a digest alone for a digest where both are allowed', () => {
  expect(parseAnyReference('0a'.repeat(32), today)).toEqual({ ok: true, digest: DIGEST })
  expect(parseAnyReference(DIGEST, today)).toEqual({ ok: true, digest: DIGEST })
  expect(parseAnyReference('redis', today)).toEqual(parseReference('redis', today))
})
