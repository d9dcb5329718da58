import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Course } from '@/course/course'
import { contentMark, packCourse } from '@/course/packed-course'

const EMPTY: Course = {
  outline: null,
  chapters: [],
  bank: [],
  families: [],
  quizzes: [],
  exercises: [],
  misconceptions: { packed: { fr: 'empaqueté', en: 'packed' } },
  glossary: [],
  faults: [],
}
const HUB = { repositories: {}, search: {}, accounts: { packed: 'yes' } }

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'quai-packed-'))
  vi.stubEnv('QUAI_PACKED_COURSE', path.join(folder, 'course'))
  vi.resetModules()
  for (const name of ['quaiPacked', 'quaiCourse', 'quaiHub']) Reflect.deleteProperty(globalThis, name)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

it('takes what the build made of this content', async () => {
  writeFileSync(path.join(folder, 'course'), packCourse({ course: EMPTY, hub: HUB }, contentMark('content')))
  const { findMisconception, getHub } = await import('./course')
  expect(findMisconception('packed')).toEqual({ fr: 'empaqueté', en: 'packed' })
  expect(getHub()).toEqual(HUB)
})

it.each([
  ['of other content', packCourse({ course: EMPTY, hub: HUB }, 'other')],
  ['cut short', packCourse({ course: EMPTY, hub: HUB }, contentMark('content')).subarray(0, 40)],
])('reads the content itself where the packed course is %s', async (_what, bytes) => {
  writeFileSync(path.join(folder, 'course'), bytes)
  const { getHub } = await import('./course')
  expect(Object.keys(getHub().repositories)).toContain('docker.io/library/nginx')
})

it('reads the content itself where there is no packed course', async () => {
  const { getHub } = await import('./course')
  expect(Object.keys(getHub().repositories)).toContain('docker.io/library/nginx')
})
