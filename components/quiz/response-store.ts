import type { Response } from '@/grader/quiz/response'

/**
 * Where an answer is on its way to the server. `offline`: kept here, tried again. `newer`: another tab or device saved
 * a later one. `refused`: the attempt takes no more answers. `signed-out`: kept here until somebody signs in again.
 */
export type SaveState = 'idle' | 'unsaved' | 'saving' | 'saved' | 'offline' | 'newer' | 'refused' | 'signed-out'

export interface KeptResponse {
  readonly response: Response | null
  /** Counts the changes; the server keeps the highest. */
  readonly revision: number
  readonly saveKey: string
  readonly state: SaveState
}

export interface ResponseChange {
  readonly questionId: string
  readonly revision: number
  readonly saveKey: string
  readonly answer: Response
}

export type SaveOutcome = 'saved' | 'unreachable' | 'signed-out' | 'newer' | 'refused'

export type ResponseSnapshot = ReadonlyMap<string, KeptResponse>

/** What the store needs of its surroundings; tests give their own. */
export interface StoreSurroundings {
  readonly send: (change: ResponseChange) => Promise<SaveOutcome>
  readonly newKey: () => string
  readonly schedule: (act: () => void, delayMs: number) => void
  /** Keeps what is not acknowledged yet across a reload. */
  readonly keep: (unsent: readonly ResponseChange[]) => void
}

export interface ResponseStore {
  readonly snapshot: () => ResponseSnapshot
  readonly subscribe: (listener: () => void) => () => void
  readonly change: (questionId: string, response: Response) => void
  /** Sends everything unsent now, without waiting for its turn. */
  readonly flush: () => void
}

const SETTLE_MS = 350
const RETRY_FIRST_MS = 1_000
const RETRY_MAX_MS = 15_000
const NEVER_ANSWERED: KeptResponse = { response: null, revision: 0, saveKey: '', state: 'idle' }

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
  unsent: readonly ResponseChange[],
  surroundings: StoreSurroundings,
): ResponseStore {
  let responses = withUnsent(initial, unsent)
  const listeners = new Set<() => void>()
  const sending = new Set<string>()
  const failures = new Map<string, number>()

  const read = (questionId: string) => responses.get(questionId) ?? NEVER_ANSWERED
  const update = (questionId: string, kept: KeptResponse) => {
    responses = new Map(responses).set(questionId, kept)
    surroundings.keep(unsentChanges(responses))
    for (const listener of listeners) {
      listener()
    }
  }
  const send = async (questionId: string, revision: number) => {
    const kept = read(questionId)
    if (!isUnsent(kept) || kept.response === null || kept.revision !== revision || sending.has(questionId)) {
      return
    }
    sending.add(questionId)
    update(questionId, { ...kept, state: 'saving' })
    const { saveKey, response: answer } = kept
    const outcome = await surroundings.send({ questionId, revision, saveKey, answer })
    sending.delete(questionId)
    settle(questionId, revision, outcome)
  }
  const settle = (questionId: string, revision: number, outcome: SaveOutcome) => {
    const kept = read(questionId)
    const failed = outcome === 'unreachable' || outcome === 'signed-out'
    failures.set(questionId, failed ? (failures.get(questionId) ?? 0) + 1 : 0)
    if (kept.revision !== revision && outcome !== 'refused') {
      void send(questionId, kept.revision)
      return
    }
    update(questionId, { ...kept, state: outcome === 'unreachable' ? 'offline' : outcome })
    if (failed) {
      surroundings.schedule(() => void send(questionId, revision), retryDelayMs(failures.get(questionId) ?? 1))
    }
  }
  const flush = () => {
    for (const [questionId, kept] of responses) {
      void send(questionId, kept.revision)
    }
  }
  if (unsent.length > 0) {
    surroundings.schedule(flush, 0)
  }
  return {
    snapshot: () => responses,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    change: (questionId, response) => {
      const revision = read(questionId).revision + 1
      update(questionId, { response, revision, saveKey: surroundings.newKey(), state: 'unsaved' })
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
function withUnsent(initial: ResponseSnapshot, unsent: readonly ResponseChange[]): ResponseSnapshot {
  const later = unsent.filter(({ questionId, revision }) => revision > (initial.get(questionId)?.revision ?? 0))
  return new Map([
    ...initial,
    ...later.map(
      ({ questionId, answer, revision, saveKey }) =>
        [questionId, { response: answer, revision, saveKey, state: 'unsaved' }] as const,
    ),
  ])
}

function unsentChanges(responses: ResponseSnapshot): readonly ResponseChange[] {
  return [...responses].flatMap(([questionId, kept]) =>
    isUnsent(kept) && kept.response !== null
      ? [{ questionId, revision: kept.revision, saveKey: kept.saveKey, answer: kept.response }]
      : [],
  )
}
