import type { ResponseChange } from './response-store'

const PREFIX = 'quai-unsent-'

/** Where the answers of an attempt wait in this browser until the server has them. */
export function unsentKey(attemptId: string): string {
  return PREFIX + attemptId
}

/** Keeps the unsent answers, or clears their place when there are none. A full or closed storage is no reason to stop. */
export function keepUnsent(attemptId: string, unsent: readonly ResponseChange[]): void {
  try {
    if (unsent.length === 0) {
      localStorage.removeItem(unsentKey(attemptId))
    } else {
      localStorage.setItem(unsentKey(attemptId), JSON.stringify(unsent))
    }
  } catch {
    // The page itself still holds the answers and goes on sending them.
  }
}

/**
 * The answers that a former visit left unsent.
 * @param parse checks what the storage holds, which anybody at this computer may have written.
 */
export function readUnsent(
  attemptId: string,
  parse: (json: string) => readonly ResponseChange[],
): readonly ResponseChange[] {
  try {
    return parse(localStorage.getItem(unsentKey(attemptId)) ?? '[]')
  } catch {
    return []
  }
}
