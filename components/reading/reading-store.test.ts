import { describe, expect, it } from 'vitest'
import type { ChapterReading } from '@/server/views/progress-view'
import { createReadingStore } from './reading-store'

const reading = (chapterId: string, percent: number, answers: ChapterReading['answers'] = {}): ChapterReading => ({
  chapterId,
  section: percent === 0 ? '' : `at-${percent}`,
  percent,
  answers,
})

function rig(account: readonly ChapterReading[] | null | Error, local: readonly ChapterReading[] = []) {
  const saved: ChapterReading[] = []
  let kept = local
  const due: (() => void)[] = []
  const store = createReadingStore({
    load: () => (account instanceof Error ? Promise.reject(account) : Promise.resolve(account)),
    save: async (one) => {
      saved.push(one)
    },
    readLocal: () => kept,
    writeLocal: (readings) => {
      kept = readings
    },
    schedule: (act) => due.push(act),
  })
  const settled = async () => {
    await Promise.resolve()
    await Promise.resolve()
    for (const act of due.splice(0)) {
      act()
    }
  }
  return { store, saved, settled, kept: () => kept }
}

describe('the reading store', () => {
  it('keeps the furthest place of a signed-in reader with the account, once the scrolling has settled', async () => {
    const { store, saved, settled, kept } = rig([reading('c', 20)])
    await settled()
    store.advance('c', 'at-40', 40)
    store.advance('c', 'at-60', 60)
    store.advance('c', 'at-30', 30)
    expect(saved).toEqual([])
    await settled()
    expect(saved).toEqual([reading('c', 60)])
    expect(kept()).toEqual([])
  })

  it('keeps that of anybody else in this browser', async () => {
    const { store, saved, settled, kept } = rig(null, [reading('a', 100)])
    await settled()
    store.advance('c', 'at-40', 40)
    await settled()
    expect(saved).toEqual([])
    expect(kept()).toEqual([reading('a', 100), reading('c', 40)])
  })

  it('goes on locally while the server is out of reach', async () => {
    const { store, settled, kept } = rig(new Error('offline'))
    await settled()
    store.advance('c', 'at-40', 40)
    await settled()
    expect(kept()).toEqual([reading('c', 40)])
  })

  it('adds what was noted before it was loaded', async () => {
    const { store, saved, settled } = rig([reading('c', 80, { q1: { type: 'single', choice: 'a' } })])
    store.answer('c', 'q2', { type: 'true-false', choice: true })
    await settled()
    await settled()
    const both = { q1: { type: 'single', choice: 'a' }, q2: { type: 'true-false', choice: true } } as const
    expect(store.snapshot()?.get('c')).toEqual(reading('c', 80, both))
    expect(saved.at(-1)).toEqual(reading('c', 80, both))
  })

  it('takes the newer of two answers', async () => {
    const { store, settled } = rig(null)
    await settled()
    store.answer('c', 'q', { type: 'single', choice: 'a' })
    store.answer('c', 'q', { type: 'single', choice: 'b' })
    expect(store.snapshot()?.get('c')?.answers).toEqual({ q: { type: 'single', choice: 'b' } })
  })
})
