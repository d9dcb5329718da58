import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { appointAdmin } from '@/server/appoint-admin'
import { authOptions } from '@/server/auth'
import { db } from '@/server/db'
import { env } from '@/server/env'
import { hashPassword } from '@/server/passwords'
import { signOutEverywhere } from '@/server/session'
import { findViewer } from '@/server/session-viewer'
import { signInToDemo, signInWithPassword } from '@/server/sign-in'
import { createTestDatabase, type TestDatabase } from '../database'

const PASSWORD = 'correct horse battery'
const WRONG = { ok: false, error: 'wrong-credentials' }

let database: TestDatabase
let folder: string

/** The environment of a demonstration: a database of our own, reachable from this machine only. */
beforeAll(async () => {
  database = await createTestDatabase()
  folder = mkdtempSync(path.join(tmpdir(), 'quai-sign-in-'))
  writeFileSync(path.join(folder, 'database.json'), JSON.stringify({ url: database.url }))
  Object.assign(process.env, { QUAI_DATA: folder, HOST: '127.0.0.1', NEXTAUTH_SECRET: 's'.repeat(32) })
  delete process.env.DATABASE_URL
  const passwordHash = await hashPassword(PASSWORD)
  await db().user.createMany({
    data: [
      { email: 'ada@example.test', name: 'Ada', passwordHash },
      { email: 'eve@example.test', name: 'Eve', passwordHash: null },
      { email: 'demo@example.test', name: 'Demo', passwordHash, demo: true },
    ],
  })
})
beforeEach(() => db().signInFailure.deleteMany())
afterAll(async () => {
  await db().$disconnect()
  await database.drop()
  rmSync(folder, { recursive: true, force: true })
})

describe('signInWithPassword', () => {
  it('admits by address, whatever its case and the blanks around it, and password', async () => {
    const { id } = await db().user.findUniqueOrThrow({ where: { email: 'ada@example.test' } })
    expect(await signInWithPassword({ email: ' Ada@Example.TEST ', password: PASSWORD }, '::1')).toEqual({
      ok: true,
      user: { id, email: 'ada@example.test', name: 'Ada', sessionVersion: 0 },
    })
  })

  it.each([
    ['a wrong password', { email: 'ada@example.test', password: 'wrong' }],
    ['an unknown address', { email: 'nobody@example.test', password: PASSWORD }],
    ['a user without a password', { email: 'eve@example.test', password: PASSWORD }],
    ['the decoy’s password for nobody', { email: 'nobody@example.test', password: 'nobody’s password' }],
    ['no address', { email: 'ada\u0000@example.test', password: PASSWORD }],
    ['something else than texts', { email: { contains: '@' }, password: ['x'] }],
    ['nothing', undefined],
  ])('answers %s in the same words', async (_what, credentials) => {
    expect(await signInWithPassword(credentials, '::1')).toEqual(WRONG)
  })

  it('takes as long for an unknown address as for a wrong password', async () => {
    const time = async (email: string) => {
      const start = performance.now()
      await signInWithPassword({ email, password: 'wrong' }, '::1')
      return performance.now() - start
    }
    const median = (times: readonly number[]) => [...times].sort((one, other) => one - other)[1] ?? 0
    const known = [await time('ada@example.test'), await time('ada@example.test'), await time('ada@example.test')]
    const unknown = [await time('x@example.test'), await time('y@example.test'), await time('z@example.test')]
    expect(median(unknown)).toBeGreaterThan(median(known) / 3)
  })

  it('refuses an address unheard after ten failures, also the right password, until they are forgotten', async () => {
    for (let failure = 0; failure < 10; failure += 1) {
      expect(await signInWithPassword({ email: 'ada@example.test', password: 'wrong' }, '::1')).toEqual(WRONG)
    }
    const right = { email: 'ada@example.test', password: PASSWORD }
    expect(await signInWithPassword(right, '::2')).toEqual({ ok: false, error: 'too-many-attempts' })
    await db().signInFailure.updateMany({ data: { at: new Date(Date.now() - 16 * 60_000) } })
    expect((await signInWithPassword(right, '::1')).ok).toBe(true)
  })

  it('refuses a network address that tries many', async () => {
    const data = Array.from({ length: 200 }, (_, index) => ({ email: `${index}@example.test`, address: '10.0.0.1' }))
    await db().signInFailure.createMany({ data })
    const right = { email: 'ada@example.test', password: PASSWORD }
    expect(await signInWithPassword(right, '10.0.0.1')).toEqual({ ok: false, error: 'too-many-attempts' })
    expect((await signInWithPassword(right, '10.0.0.2')).ok).toBe(true)
  })
})

describe('demonstration users', () => {
  it('come in by one click, but nobody else does', async () => {
    expect((await signInToDemo('demo@example.test')).ok).toBe(true)
    expect(await signInToDemo('ada@example.test')).toEqual(WRONG)
    expect(await signInToDemo({ contains: '@' })).toEqual(WRONG)
    expect(authOptions().providers).toHaveLength(2)
  })

  it('can neither come in nor stay where the demo mode is off', async () => {
    const { id } = await db().user.findUniqueOrThrow({ where: { email: 'demo@example.test' } })
    expect((await findViewer(id, 0))?.name).toBe('Demo')
    const demonstration = env()
    Object.assign(demonstration, { demo: false })
    try {
      expect(await signInToDemo('demo@example.test')).toEqual(WRONG)
      expect(await signInWithPassword({ email: 'demo@example.test', password: PASSWORD }, '::1')).toEqual(WRONG)
      expect(await findViewer(id, 0)).toBeNull()
      expect(authOptions().providers.map((provider) => provider.id)).toEqual(['credentials'])
    } finally {
      Object.assign(demonstration, { demo: true })
    }
  })
})

describe('appointAdmin', () => {
  it('adds somebody new, and gives somebody known a new password and an end to their sessions', async () => {
    expect(await appointAdmin('root@example.test', 'first password')).toEqual({ created: true })
    expect(await appointAdmin('root@example.test', PASSWORD)).toEqual({ created: false })
    const wrong = { email: 'root@example.test', password: 'first password' }
    expect(await signInWithPassword(wrong, '::1')).toEqual(WRONG)
    const answer = await signInWithPassword({ ...wrong, password: PASSWORD }, '::1')
    expect(answer.ok && answer.user.sessionVersion).toBe(1)
    const viewer = answer.ok ? await findViewer(answer.user.id, 1) : null
    expect(viewer?.admin).toBe(true)
  })
})

describe('sessions', () => {
  it('hold for the user as they are now, and end everywhere at once', async () => {
    const { id } = await db().user.findUniqueOrThrow({ where: { email: 'ada@example.test' } })
    const viewer = await findViewer(id, 0)
    expect(viewer).toEqual({ id, email: 'ada@example.test', name: 'Ada', language: 'fr', admin: false })
    if (viewer !== null) {
      await signOutEverywhere(viewer)
    }
    expect(await findViewer(id, 0)).toBeNull()
    expect((await findViewer(id, 1))?.name).toBe('Ada')
  })

  it('are nobody’s for a user that is gone or a token without one', async () => {
    expect(await findViewer('0198c0de-0000-7000-8000-00000000ffff', 0)).toBeNull()
    expect(await findViewer('nonsense', 0)).toBeNull()
  })
})
