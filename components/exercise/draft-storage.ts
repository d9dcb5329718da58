import { TRANSCRIPTS_MAX } from './submission-draft'

const PREFIX = 'quai-draft-'
const SEPARATOR = '\u0000'

/** Keeps what was pasted in this browser until it is handed in. A full or closed storage is no reason to stop. */
export function keepDraft(assignmentId: string, transcripts: readonly string[]): void {
  try {
    if (transcripts.every((text) => text === '')) {
      localStorage.removeItem(PREFIX + assignmentId)
    } else {
      localStorage.setItem(PREFIX + assignmentId, transcripts.join(SEPARATOR))
    }
  } catch {
    // The form itself still holds the text.
  }
}

/** What a former visit pasted and did not hand in; `null` when there is nothing. */
export function readDraft(assignmentId: string): readonly string[] | null {
  try {
    const kept = localStorage.getItem(PREFIX + assignmentId)
    return kept === null ? null : kept.split(SEPARATOR).slice(0, TRANSCRIPTS_MAX)
  } catch {
    return null
  }
}
