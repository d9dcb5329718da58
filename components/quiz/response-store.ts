import type { Response } from '@/grader/quiz/response'
import type { Certainty } from '@/server/views/attempt-view'

/**
 * Where an answer is on its way to the server. `offline`: kept here, tried again. `newer`: another tab or device saved
 * a later one. `refused`: the attempt takes no more answers; kept here all the same. `signed-out`: kept here until
 * somebody signs in again.
 */
export type SaveState = 'idle' | 'unsaved' | 'saving' | 'saved' | 'offline' | 'newer' | 'refused' | 'signed-out'

export interface KeptResponse {
  readonly response: Response | null
  readonly certainty: Certainty | null
  /** Counts the changes; the server keeps the highest. */
  readonly revision: number
  readonly saveKey: string
  /** When it was given, ISO 8601, by this browser's clock. */
  readonly at: string
  /** The answer of a former visit in the only form in which it may wait: the server alone can read it. */
  readonly sealed: string | null
  readonly state: SaveState
}

export interface ResponseChange {
  readonly questionId: string
  readonly revision: number
  readonly saveKey: string
  readonly answer: Response
  readonly certainty: Certainty | null
  readonly at: string
}

/** What a former visit left and this browser cannot read. */
export interface SealedChange {
  readonly questionId: string
  readonly revision: number
  readonly sealed: string
}

export type WaitingChange = ResponseChange | SealedChange

export type SaveOutcome = 'saved' | 'unreachable' | 'signed-out' | 'newer' | 'refused'

export interface SaveReply {
  readonly outcome: SaveOutcome
  /** The answer that was sealed, once the server has it. */
  readonly opened?: { readonly answer: Response; readonly certainty: Certainty | null }
}

export type ResponseSnapshot = ReadonlyMap<string, KeptResponse>

/** What the store needs of its surroundings; tests give their own. */
export interface StoreSurroundings {
  readonly send: (change: WaitingChange) => Promise<SaveReply>
  readonly newKey: () => string
  /** The present time, ISO 8601. */
  readonly now: () => string
  readonly schedule: (act: () => void, delayMs: number) => void
  /** Keeps what is not acknowledged yet across a reload. */
  readonly keep: (waiting: readonly WaitingChange[]) => void
}

export interface ResponseStore {
  readonly snapshot: () => ResponseSnapshot
  readonly subscribe: (listener: () => void) => () => void
  readonly change: (questionId: string, response: Response, certainty?: Certainty | null) => void
  /** Sends everything unsent now, without waiting for its turn. */
  readonly flush: () => void
}

const SETTLE_MS = 350
const RETRY_FIRST_MS = 1_000
const RETRY_MAX_MS = 15_000
const NEVER_ANSWERED: KeptResponse = {
  response: null,
  certainty: null,
  revision: 0,
  saveKey: '',
  at: '',
  sealed: null,
  state: 'idle',
}

/** Answers that the server has yet to acknowledge. */
export function isUnsent({ state }: KeptResponse): boolean {
  return state === 'unsaved' || state === 'saving' || state === 'offline' || state === 'signed-out'
}

/**
 * The answers of an attempt in this browser. Each change is sent once it has settled, one request a question at a
 * time, and again until the server has acknowledged or refused it.
 */
export function createResponseStore(
  initial: ResponseSnapshot,
  waiting: readonly WaitingChange[],
  surroundings: StoreSurroundings,
): ResponseStore {
  let responses = withWaiting(initial, waiting)
  const listeners = new Set<() => void>()
  const sending = new Set<string>()
  const failures = new Map<string, number>()

  const read = (questionId: string) => responses.get(questionId) ?? NEVER_ANSWERED
  const update = (questionId: string, kept: KeptResponse) => {
    responses = new Map(responses).set(questionId, kept)
    surroundings.keep(waitingChanges(responses))
    for (const listener of listeners) {
      listener()
    }
  }
  const send = async (questionId: string, revision: number) => {
    const kept = read(questionId)
    const change = asChange(questionId, kept)
    if (!isUnsent(kept) || change === null || kept.revision !== revision || sending.has(questionId)) {
      return
    }
    sending.add(questionId)
    update(questionId, { ...kept, state: 'saving' })
    const reply = await surroundings.send(change)
    sending.delete(questionId)
    settle(questionId, revision, reply)
  }
  const settle = (questionId: string, revision: number, { outcome, opened }: SaveReply) => {
    const kept = read(questionId)
    const failed = outcome === 'unreachable' || outcome === 'signed-out'
    failures.set(questionId, failed ? (failures.get(questionId) ?? 0) + 1 : 0)
    if (kept.revision !== revision && outcome !== 'refused') {
      void send(questionId, kept.revision)
      return
    }
    const known = opened === undefined ? {} : { response: opened.answer, certainty: opened.certainty }
    const sealed = failed || outcome === 'refused' ? kept.sealed : null
    update(questionId, { ...kept, ...known, sealed, state: outcome === 'unreachable' ? 'offline' : outcome })
    if (failed) {
      surroundings.schedule(() => void send(questionId, revision), retryDelayMs(failures.get(questionId) ?? 1))
    }
  }
  const flush = () => {
    for (const [questionId, kept] of responses) {
      void send(questionId, kept.revision)
    }
  }
  if (waiting.length > 0) {
    surroundings.schedule(flush, 0)
  }
  return {
    snapshot: () => responses,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (questionId, response, certainty) => {
      const kept = read(questionId)
      const revision = kept.revision + 1
      update(questionId, {
        response,
        certainty: certainty === undefined ? kept.certainty : certainty,
        revision,
        saveKey: surroundings.newKey(),
        at: surroundings.now(),
        sealed: null,
        state: 'unsaved',
      })
      surroundings.schedule(() => void send(questionId, revision), SETTLE_MS)
    },
    flush,
  }
}

/** 1, 2, 4, 8, then 15 s: soon enough to be unnoticed, rare enough for a server in trouble. */
function retryDelayMs(failures: number): number {
  return Math.min(RETRY_FIRST_MS * 2 ** (failures - 1), RETRY_MAX_MS)
}

/** What was kept here counts where it is later than what the server has. */
function withWaiting(initial: ResponseSnapshot, waiting: readonly WaitingChange[]): ResponseSnapshot {
  const later = waiting.filter(({ questionId, revision }) => revision > (initial.get(questionId)?.revision ?? 0))
  return new Map([
    ...initial,
    ...later.map((change) => [change.questionId, asKept(change, initial.get(change.questionId))] as const),
  ])
}

function asKept(change: WaitingChange, saved: KeptResponse | undefined): KeptResponse {
  if ('sealed' in change) {
    return { ...(saved ?? NEVER_ANSWERED), revision: change.revision, sealed: change.sealed, state: 'unsaved' }
  }
  const { answer, certainty, revision, saveKey, at } = change
  return { response: answer, certainty, revision, saveKey, at, sealed: null, state: 'unsaved' }
}

function asChange(questionId: string, kept: KeptResponse): WaitingChange | null {
  const { response, certainty, revision, saveKey, at, sealed } = kept
  if (sealed !== null) {
    return { questionId, revision, sealed }
  }
  return response === null ? null : { questionId, revision, saveKey, answer: response, certainty, at }
}

/** What the server has not taken: on its way, or refused by it and perhaps worth showing to an instructor. */
function waitingChanges(responses: ResponseSnapshot): readonly WaitingChange[] {
  return [...responses].flatMap(([questionId, kept]) => {
    const change = isUnsent(kept) || kept.state === 'refused' ? asChange(questionId, kept) : null
    return change === null ? [] : [change]
  })
}
