import type { Completion } from '@/shell/complete'
import type { Key } from '@/shell/terminal'
import type { PracticeEngine } from './engine-client'
import type { Act } from './practice-act'
import type { PracticePlan } from './practice-plan'
import {
  advanceSession,
  hasRoomFor,
  LINE_MAX,
  NEW_SESSION,
  type Notice,
  type Session,
  type SessionEvent,
} from './session'
import { type KeptSession, keepSession, readSession } from './session-storage'

export interface PracticeSetting {
  /** Names the session in this browser. */
  readonly name: string
  readonly plan: PracticePlan
  readonly hubAddress: string
  readonly startEngine: () => PracticeEngine
}

/** What a page can do with a practice terminal. Acts wait their turn; the session says how far they are. */
export interface PracticeController {
  readonly session: () => Session
  readonly subscribe: (listener: () => void) => () => void
  /** Enters a line; a text of several lines enters each. */
  readonly enter: (text: string) => void
  /** `typed` stands on the line and is not entered. */
  readonly press: (key: Key, typed: string) => void
  /** What the word that ends a line could be; nothing while a command is at work. */
  readonly complete: (line: string) => Promise<Completion>
  readonly save: (text: string) => void
  readonly leave: () => void
  /** Lets a moment pass where a command is at work. */
  readonly tick: () => void
  /** Tries again what was held, on a fresh engine that asks the network anew. */
  readonly retry: () => void
  /** Drops what was held; answers the line it began with. */
  readonly giveUp: () => string
  /** Ends a command that computes for too long; it is as if it had not been typed. */
  readonly stop: () => void
  /** Back to the start; the session is forgotten. */
  readonly reset: () => void
  readonly clear: () => void
  readonly dismiss: () => void
  readonly close: () => void
}

const NO_COMPLETION: Completion = { start: 0, options: [] }

const TICK_MS = 1_000
/** Lines of one paste that are entered. */
const PASTED_LINES_MAX = 200

/** Opens a terminal where the session of a former visit left it. */
export function openPracticeController(setting: PracticeSetting): PracticeController {
  const { name, plan, hubAddress, startEngine } = setting
  const listeners = new Set<() => void>()
  let session = NEW_SESSION
  let engine: PracticeEngine | null = null
  let opening: PracticeEngine | null = null
  let queue: readonly Act[] = []
  let isRunning = false
  let turn = 0
  let isStorageFull = false

  const dispatch = (event: SessionEvent) => {
    session = advanceSession(session, event)
    for (const listener of listeners) listener()
  }

  const keep = () => {
    const { acts, digest, hasSecret } = session
    if (keepSession(name, { acts, digest }, hasSecret) || isStorageFull) return
    isStorageFull = true
    dispatch({ kind: 'noticed', notice: 'not-kept' })
  }

  const run = async () => {
    if (isRunning) return
    isRunning = true
    const mine = turn
    for (let act = queue[0]; act !== undefined; act = queue[0]) {
      const current = engine
      if (current === null || opening !== null || session.hold !== null) break
      if (!hasRoomFor(session, act)) {
        queue = []
        dispatch({ kind: 'noticed', notice: 'full' })
        break
      }
      dispatch({ kind: 'began', act })
      const answer = await current.ask({ kind: 'act', act })
      if (mine !== turn) return
      if (answer.kind === 'shown') {
        queue = queue.slice(1)
        dispatch(answer)
        keep()
      } else {
        dispatch({ kind: 'held', hold: answer.kind === 'not-loaded' ? 'not-loaded' : 'broken' })
      }
    }
    isRunning = false
  }

  /** A machine of its own, with a session played on it, takes the place of the one before. */
  const renew = async (kept: KeptSession | null, notice: Notice | null) => {
    turn += 1
    const mine = turn
    isRunning = false
    opening?.close()
    const fresh = startEngine()
    opening = fresh
    dispatch({ kind: 'preparing' })
    const acts = kept?.acts ?? []
    const answer = await fresh.ask({ kind: 'open', plan, hubAddress, acts }, (share) => {
      if (mine === turn) dispatch({ kind: 'progress', share })
    })
    if (mine !== turn) return
    opening = null
    if (answer.kind !== 'opened') {
      fresh.close()
      dispatch({ kind: 'held', hold: answer.kind === 'not-loaded' ? 'not-loaded' : 'broken' })
      return
    }
    engine?.close()
    engine = fresh
    const { start, shown } = answer
    dispatch({ kind: 'opened', start, acts, shown, notice, digest: kept?.digest ?? null })
    await run()
  }

  const add = (acts: readonly Act[]) => {
    queue = [...queue, ...acts]
    void run()
  }

  const former = readSession(name)
  void renew(former, former === null ? null : 'replayed')

  return {
    session: () => session,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    enter: (text) => {
      const lines = text.split(/\r?\n/u).slice(0, PASTED_LINES_MAX)
      add(lines.map((line) => ({ kind: 'line', text: line.slice(0, LINE_MAX) })))
    },
    press: (key, typed) => add([{ kind: 'key', key, typed }]),
    complete: async (line) => {
      if (isRunning || engine === null || opening !== null) return NO_COMPLETION
      isRunning = true
      const mine = turn
      const answer = await engine.ask({ kind: 'complete', line })
      if (mine !== turn) return NO_COMPLETION
      isRunning = false
      void run()
      return answer.kind === 'completed' ? answer.completion : NO_COMPLETION
    },
    save: (text) => add([{ kind: 'save', text }]),
    leave: () => add([{ kind: 'leave' }]),
    tick: () => {
      const { phase, standing, hold } = session
      const isAtWork = phase === 'ready' && hold === null && standing?.isBusy === true && standing.editing === null
      if (isAtWork && queue.length === 0) add([{ kind: 'wait', ms: TICK_MS }])
    },
    retry: () => void renew(session.standing === null ? readSession(name) : session, null),
    giveUp: () => {
      const [first] = queue
      queue = []
      if (engine === null) void renew(session, null)
      else dispatch({ kind: 'resumed' })
      return first?.kind === 'line' ? first.text : ''
    },
    stop: () => {
      queue = []
      engine?.close()
      engine = null
      void renew(session, 'stopped')
    },
    reset: () => {
      queue = []
      keepSession(name, null, false)
      void renew(null, null)
    },
    clear: () => dispatch({ kind: 'cleared' }),
    dismiss: () => dispatch({ kind: 'noticed', notice: null }),
    close: () => {
      turn += 1
      opening?.close()
      engine?.close()
    },
  }
}
