import { beforeEach, describe, expect, it } from 'vitest'
import type { Response } from '@/grader/quiz/response'
import {
  createResponseStore,
  type KeptResponse,
  type ResponseStore,
  type SaveOutcome,
  type SaveReply,
  type WaitingChange,
} from './response-store'

const ONE: Response = { type: 'single', choice: 'a' }
const TWO: Response = { type: 'single', choice: 'b' }

const AT = '2026-11-23T10:00:00.000Z'
/** What every change carries here beside what its test is about. */
const PLAIN = { certainty: null, at: AT }

/** A server that answers when told to, and a clock that moves when told to. */
class Rig {
  readonly sent: WaitingChange[] = []
  kept: readonly WaitingChange[] = []
  private waiting: ((reply: SaveReply) => void)[] = []
  private timers: { act: () => void; delayMs: number }[] = []
  private keys = 0

  store(initial: ReadonlyMap<string, KeptResponse> = new Map(), unsent: readonly WaitingChange[] = []): ResponseStore {
    return createResponseStore(initial, unsent, {
      send: (change) => {
        this.sent.push(change)
        return new Promise((answer) => this.waiting.push(answer))
      },
      newKey: () => `key-${String(++this.keys)}`,
      now: () => AT,
      schedule: (act, delayMs) => this.timers.push({ act, delayMs }),
      keep: (unsentNow) => {
        this.kept = unsentNow
      },
    })
  }

  async answer(outcome: SaveOutcome, opened?: SaveReply['opened']): Promise<void> {
    this.waiting.shift()?.({ outcome, ...(opened === undefined ? {} : { opened }) })
    await Promise.resolve()
    await Promise.resolve()
  }

  /** Runs all that is due and tells after which delays. */
  elapse(): readonly number[] {
    const due = this.timers
    this.timers = []
    for (const timer of due) {
      timer.act()
    }
    return due.map((timer) => timer.delayMs)
  }
}

describe('the response store', () => {
  let rig = new Rig()
  beforeEach(() => {
    rig = new Rig()
  })

  it('goes from unsaved over saving to saved, and keeps a copy until then', async () => {
    const store = rig.store()
    store.change('q1', ONE)
    expect(store.snapshot().get('q1')).toEqual({
      ...PLAIN,
      response: ONE,
      revision: 1,
      saveKey: 'key-1',
      sealed: null,
      state: 'unsaved',
    })
    expect(rig.kept).toEqual([{ ...PLAIN, questionId: 'q1', revision: 1, saveKey: 'key-1', answer: ONE }])
    rig.elapse()
    expect(store.snapshot().get('q1')?.state).toBe('saving')
    await rig.answer('saved')
    expect(store.snapshot().get('q1')?.state).toBe('saved')
    expect(rig.kept).toEqual([])
  })

  it('sends only the last of several quick changes', () => {
    const store = rig.store()
    store.change('q1', ONE)
    store.change('q1', TWO)
    rig.elapse()
    expect(rig.sent).toEqual([{ ...PLAIN, questionId: 'q1', revision: 2, saveKey: 'key-2', answer: TWO }])
  })

  it('sends a change made during a save after it, never beside it', async () => {
    const store = rig.store()
    store.change('q1', ONE)
    rig.elapse()
    store.change('q1', TWO)
    rig.elapse()
    expect(rig.sent).toHaveLength(1)
    await rig.answer('saved')
    expect(rig.sent.map((change) => change.revision)).toEqual([1, 2])
    await rig.answer('saved')
    expect(store.snapshot().get('q1')).toEqual({
      ...PLAIN,
      response: TWO,
      revision: 2,
      saveKey: 'key-2',
      sealed: null,
      state: 'saved',
    })
  })

  it('repeats the same request, with growing pauses, while the server is out of reach', async () => {
    const store = rig.store()
    store.change('q1', ONE)
    expect(rig.elapse()).toEqual([350])
    const pauses: number[] = []
    for (let round = 0; round < 6; round += 1) {
      await rig.answer('unreachable')
      expect(store.snapshot().get('q1')?.state).toBe('offline')
      pauses.push(...rig.elapse())
    }
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000])
    expect(new Set(rig.sent.map((change) => 'saveKey' in change && change.saveKey))).toEqual(new Set(['key-1']))
    await rig.answer('saved')
    expect(rig.kept).toEqual([])
  })

  it('sends at once on flush, without waiting for the pause to end', async () => {
    const store = rig.store()
    store.change('q1', ONE)
    rig.elapse()
    await rig.answer('unreachable')
    store.flush()
    expect(rig.sent).toHaveLength(2)
  })

  it.each(['newer', 'refused'] as const)('stops on %s and does not try again', async (outcome) => {
    const store = rig.store()
    store.change('q1', ONE)
    rig.elapse()
    await rig.answer(outcome)
    expect(store.snapshot().get('q1')?.state).toBe(outcome)
    expect(rig.elapse()).toEqual([])
    expect(rig.kept).toHaveLength(outcome === 'refused' ? 1 : 0)
  })

  it('keeps the answer when the session has expired', async () => {
    const store = rig.store()
    store.change('q1', ONE)
    rig.elapse()
    await rig.answer('signed-out')
    expect(store.snapshot().get('q1')?.state).toBe('signed-out')
    expect(rig.kept).toHaveLength(1)
  })

  it('sends after a reload what was kept, unless the server has a later answer', () => {
    const saved = { ...PLAIN, response: TWO, revision: 5, saveKey: '', sealed: null, state: 'saved' } as const
    const store = rig.store(new Map([['q2', saved]]), [
      { ...PLAIN, questionId: 'q1', revision: 3, saveKey: 'kept-1', answer: ONE },
      { ...PLAIN, questionId: 'q2', revision: 4, saveKey: 'kept-2', answer: ONE },
    ])
    rig.elapse()
    expect(rig.sent).toEqual([{ ...PLAIN, questionId: 'q1', revision: 3, saveKey: 'kept-1', answer: ONE }])
    expect(store.snapshot().get('q2')).toEqual(saved)
  })

  it('counts on from the revision the server holds', () => {
    const store = rig.store(
      new Map([['q1', { ...PLAIN, response: ONE, revision: 7, saveKey: '', sealed: null, state: 'saved' }]]),
    )
    store.change('q1', TWO)
    expect(store.snapshot().get('q1')?.revision).toBe(8)
  })

  it('sends a sealed answer as it is and shows it once the server has opened it', async () => {
    const sealed = { questionId: 'q1', revision: 4, sealed: 'AbC' }
    const store = rig.store(new Map(), [sealed])
    rig.elapse()
    expect(rig.sent).toEqual([sealed])
    await rig.answer('unreachable')
    expect(rig.kept).toEqual([sealed])
    rig.elapse()
    await rig.answer('saved', { answer: TWO, certainty: 3 })
    expect(store.snapshot().get('q1')).toMatchObject({ response: TWO, certainty: 3, sealed: null, state: 'saved' })
    expect(rig.kept).toEqual([])
  })

  it('lets an answer given now go before one that is sealed, whatever the order they arrive in', async () => {
    const store = rig.store(new Map(), [{ questionId: 'q1', revision: 4, sealed: 'AbC' }])
    rig.elapse()
    store.change('q1', ONE)
    await rig.answer('saved', { answer: TWO, certainty: null })
    rig.elapse()
    expect(rig.sent.map((change) => change.revision)).toEqual([4, 5])
    await rig.answer('saved')
    expect(store.snapshot().get('q1')).toMatchObject({ response: ONE, revision: 5, state: 'saved' })
  })

  it('keeps how sure an answer is with it, and through its next change', () => {
    const store = rig.store()
    store.change('q1', ONE, 2)
    store.change('q1', TWO)
    rig.elapse()
    expect(rig.sent).toEqual([{ questionId: 'q1', revision: 2, saveKey: 'key-2', answer: TWO, certainty: 2, at: AT }])
  })
})
