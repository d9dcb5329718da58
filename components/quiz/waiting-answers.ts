import type { ResponseChange, SealedChange, WaitingChange } from './response-store'
import { canSeal, sealResponse } from './seal-response'

const PREFIX = 'quai-unsent-'

/** Where the answers of an attempt wait in this browser until the server has them. */
function storageKey(attemptId: string): string {
  return PREFIX + attemptId
}

/** Keeps answers across a reload: encrypted to the server's key where the browser can. */
export interface WaitingAnswers {
  readonly keep: (waiting: readonly WaitingChange[]) => void
  /** Resolves when what was last kept is in the storage. */
  readonly settled: () => Promise<void>
}

/** A change of the same question and revision is sealed once. */
export function createWaitingAnswers(attemptId: string, serverKey: string): WaitingAnswers {
  const sealed = new Map<string, Promise<WaitingChange>>()
  let latest: readonly WaitingChange[] = []
  let writing: Promise<void> = Promise.resolve()
  const protect = (change: WaitingChange): Promise<WaitingChange> => {
    if ('sealed' in change || !canSeal()) {
      return Promise.resolve(change)
    }
    const name = `${change.revision} ${change.questionId}`
    const known = sealed.get(name) ?? seal(serverKey, attemptId, change)
    sealed.set(name, known)
    return known
  }
  const write = async (waiting: readonly WaitingChange[]) => {
    const ready = await Promise.all(waiting.map(protect))
    if (waiting === latest) {
      writeWaiting(attemptId, ready)
    }
  }
  return {
    keep: (waiting) => {
      latest = waiting
      writing = waiting.length === 0 ? Promise.resolve(writeWaiting(attemptId, [])) : write(waiting)
    },
    settled: () => writing,
  }
}

/** Should encryption fail, the answer is worth more than its secrecy. */
async function seal(serverKey: string, attemptId: string, change: ResponseChange): Promise<WaitingChange> {
  const { questionId, revision, certainty, ...rest } = change
  const content = { questionId, revision, ...rest, ...(certainty === null ? {} : { certainty }) }
  try {
    return { questionId, revision, sealed: await sealResponse(serverKey, attemptId, content) }
  } catch {
    return change
  }
}

/** A full or closed storage is no reason to stop: the page itself still holds the answers and goes on sending them. */
function writeWaiting(attemptId: string, waiting: readonly WaitingChange[]): void {
  try {
    if (waiting.length === 0) {
      localStorage.removeItem(storageKey(attemptId))
    } else {
      localStorage.setItem(storageKey(attemptId), JSON.stringify(waiting))
    }
  } catch {
    // See above.
  }
}

/**
 * The answers that a former visit left.
 * @param parse checks what the storage holds, which anybody at this computer may have written.
 */
export function readWaiting(
  attemptId: string,
  parse: (json: string) => readonly WaitingChange[],
): readonly WaitingChange[] {
  try {
    return parse(localStorage.getItem(storageKey(attemptId)) ?? '[]')
  } catch {
    return []
  }
}

export function forgetWaiting(attemptId: string): void {
  writeWaiting(attemptId, [])
}

/** The file that a student hands to an instructor where the server could not take the answers (`quai-answers-1`). */
export function rescueFile(attemptId: string, waiting: readonly WaitingChange[]): string {
  const sealed = waiting.filter((change): change is SealedChange => 'sealed' in change)
  const clear = waiting.filter((change): change is ResponseChange => !('sealed' in change))
  return JSON.stringify(
    {
      format: 'quai-answers-1',
      attemptId,
      sealed: sealed.map((change) => change.sealed),
      clear: clear.map(({ certainty, ...change }) => ({ ...change, ...(certainty === null ? {} : { certainty }) })),
    },
    null,
    2,
  )
}
