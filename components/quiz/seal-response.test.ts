import { beforeEach, expect, it } from 'vitest'
import { openSealed, sealingKey } from '@/server/quizzes/sealed-responses'
import { sealResponse } from './seal-response'

const ATTEMPT = '0198c0de-0000-7000-8000-000000000001'
const CONTENT = {
  questionId: 'a-number',
  revision: 3,
  saveKey: '0198c0de-0000-7000-8000-000000000002',
  answer: { type: 'numeric', text: '137 é «\u0000»' },
  at: '2026-11-23T10:00:00.000Z',
} as const

beforeEach(() => {
  process.env.NEXTAUTH_SECRET = 'a-secret-of-the-tests-that-signs-nothing'
})

it('is opened by the server whose key it was sealed to, for its attempt', async () => {
  const sealed = await sealResponse(sealingKey(), ATTEMPT, CONTENT)
  expect(openSealed(ATTEMPT, sealed)).toEqual(CONTENT)
  expect(openSealed(CONTENT.saveKey, sealed)).toBeNull()
  expect(atob(sealed.replaceAll('-', '+').replaceAll('_', '/'))).not.toContain('137')
})

it('never looks the same twice', async () => {
  const key = sealingKey()
  const [one, other] = await Promise.all([1, 2].map(() => sealResponse(key, ATTEMPT, CONTENT)))
  expect(one).not.toBe(other)
})
