/** What a student is about to hand in: one text a terminal, and the files that a paste cannot show. */
export interface SubmissionDraft {
  readonly transcripts: readonly string[]
  readonly files: readonly DraftFile[]
}

export interface DraftFile {
  readonly name: string
  readonly content: string
}

export const TRANSCRIPTS_MAX = 5
export const FILES_MAX = 10
export const PART_BYTES_MAX = 1_048_576

export const EMPTY_DRAFT: SubmissionDraft = { transcripts: [''], files: [] }

export type FileRefusal = 'tooLarge' | 'notText' | 'tooManyFiles'

export type DroppedFile =
  | { readonly ok: true; readonly file: DraftFile }
  | { readonly ok: false; readonly name: string; readonly reason: FileRefusal }

/** Whether there is anything to mark. */
export function isEmptyDraft(draft: SubmissionDraft): boolean {
  return [...draft.transcripts, ...draft.files.map((file) => file.content)].every((text) => text.trim() === '')
}

/** Lines as an editor counts them; an empty text has none. */
export function countLines(text: string): number {
  return text === '' ? 0 : text.replace(/\n$/, '').split('\n').length
}

/**
 * Reads a dropped or chosen file as text. A session saved as `.txt`, `.log` or `.typescript` fills the first empty
 * terminal; any other file is attached under its name.
 */
export async function readDroppedFile(file: File): Promise<DroppedFile> {
  if (file.size > PART_BYTES_MAX) {
    return { ok: false, name: file.name, reason: 'tooLarge' }
  }
  try {
    const content = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer())
    return content.includes('\u0000')
      ? { ok: false, name: file.name, reason: 'notText' }
      : { ok: true, file: { name: file.name, content } }
  } catch {
    return { ok: false, name: file.name, reason: 'notText' }
  }
}

/** The draft with a file in its place: a session into a terminal, anything else among the files. */
export function addFile(draft: SubmissionDraft, file: DraftFile): SubmissionDraft {
  if (!/\.(?:txt|log|typescript)$/i.test(file.name)) {
    return { ...draft, files: [...draft.files.filter(({ name }) => name !== file.name), file].slice(-FILES_MAX) }
  }
  const free = draft.transcripts.findIndex((text) => text.trim() === '')
  if (free >= 0) {
    return { ...draft, transcripts: draft.transcripts.map((text, index) => (index === free ? file.content : text)) }
  }
  return { ...draft, transcripts: [...draft.transcripts, file.content].slice(0, TRANSCRIPTS_MAX) }
}
