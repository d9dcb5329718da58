import { FILES_MAX, type SubmissionDraft, TRANSCRIPTS_MAX } from './submission-draft'

const PREFIX = 'quai-draft-2-'

/**
 * Keeps a draft in this browser until it is handed in; `null` forgets it. Answers whether it could: a full or closed
 * storage is no reason to stop, but to say so. `key` names the assignment and its student, who may share the machine.
 */
export function keepDraft(key: string, draft: SubmissionDraft | null): boolean {
  try {
    if (draft === null) {
      localStorage.removeItem(PREFIX + key)
    } else {
      localStorage.setItem(PREFIX + key, JSON.stringify(draft))
    }
    return true
  } catch {
    return false
  }
}

/** What a former visit began and did not hand in; `null` when there is nothing. */
export function readDraft(key: string): SubmissionDraft | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + key) ?? 'null')
    return isDraft(kept) ? kept : null
  } catch {
    return null
  }
}

/** Another version of this page may have kept it. */
function isDraft(kept: unknown): kept is SubmissionDraft {
  if (!isObject(kept)) return false
  const { transcripts, files, answers } = kept
  return (
    isListOf(transcripts, isText, TRANSCRIPTS_MAX) &&
    transcripts.length > 0 &&
    isListOf(files, isFile, FILES_MAX) &&
    isObject(answers) &&
    Object.values(answers).every(isText)
  )
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isFile(value: unknown): boolean {
  return isObject(value) && isText(value.name) && isText(value.content)
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean, max: number): value is readonly unknown[] {
  return Array.isArray(value) && value.length <= max && value.every(isItem)
}
