import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { readProgress } from '@/server/progress/read-progress'
import { recordProgress } from '@/server/progress/record-progress'
import type { TestDatabase } from '../database'
import { createViewer, openDatabase } from './classroom'

const OUTLINE = [
  { level: 2, section: 'first', anchor: 'a', title: 'A' },
  { level: 2, section: 'second', anchor: 'b', title: 'B' },
]
const DOCUMENT = { outline: OUTLINE, check: [{ id: 'q1' }, { id: 'q2' }] }

vi.mock('@/server/course', () => ({
  getCourse: () => ({ chapters: [{ id: '13-ports', documents: { fr: DOCUMENT, en: DOCUMENT } }] }),
}))

let database: TestDatabase
beforeAll(async () => {
  database = await openDatabase()
})
afterAll(() => database.drop())

const ONE = { type: 'single', choice: 'a' } as const
const TWO = { type: 'true-false', choice: true } as const

it('never falls back, and adds answers to those before', async () => {
  const reader = await createViewer('Camille')
  const step = (section: string, percent: number, answers = {}) =>
    recordProgress(reader, { chapterId: '13-ports', section, percent, answers })
  await step('first', 20, { q1: ONE })
  await step('second', 70, { q2: TWO, 'of-another-chapter': ONE })
  await step('first', 20)
  expect(await readProgress(reader)).toEqual({
    ok: true,
    value: [{ chapterId: '13-ports', section: 'second', percent: 70, answers: { q1: ONE, q2: TWO } }],
  })
})

it('is each reader’s own', async () => {
  const reader = await createViewer('Camille')
  await recordProgress(reader, { chapterId: '13-ports', section: 'nowhere', percent: 10, answers: {} })
  expect(await readProgress(await createViewer('Sasha'))).toEqual({ ok: true, value: [] })
  expect(await readProgress(reader)).toEqual({
    ok: true,
    value: [{ chapterId: '13-ports', section: '', percent: 10, answers: {} }],
  })
})

it('is refused for nobody and for no chapter', async () => {
  const request = { chapterId: '13-ports', section: '', percent: 10, answers: {} }
  expect(await recordProgress(null, request)).toEqual({ ok: false, error: 'signed-out' })
  expect(await readProgress(null)).toEqual({ ok: false, error: 'signed-out' })
  const reader = await createViewer('Camille')
  expect(await recordProgress(reader, { ...request, chapterId: '99' })).toEqual({ ok: false, error: 'not-found' })
})
