/** What a student is about to hand in: one text a terminal, the files that a paste cannot show, and answers. */
export interface SubmissionDraft {
  readonly transcripts: readonly string[]
  readonly files: readonly DraftFile[]
  /** By question id. */
  readonly answers: Readonly<Record<string, string>>
}

export interface DraftFile {
  readonly name: string
  readonly content: string
}

export const TRANSCRIPTS_MAX = 5
export const FILES_MAX = 10
export const PART_BYTES_MAX = 1_048_576

/** A file the exercise asks for, with what stands in it before the student begins. */
interface InitialFile {
  readonly name: string
  readonly initial: string
}

/** The draft of somebody who has not begun. */
export function emptyDraft(asked: readonly InitialFile[]): SubmissionDraft {
  return { transcripts: [''], files: asked.map(({ name, initial }) => ({ name, content: initial })), answers: {} }
}

export type FileRefusal = 'tooLarge' | 'notText' | 'tooManyFiles'

export type DroppedFile =
  | { readonly ok: true; readonly file: DraftFile }
  | { readonly ok: false; readonly name: string; readonly reason: FileRefusal }

/** Whether there is anything to mark: more than the exercise itself gave to begin with. */
export function isEmptyDraft(draft: SubmissionDraft, asked: readonly InitialFile[]): boolean {
  const isBegun = ({ name, content }: DraftFile) =>
    content.trim() !== (asked.find((file) => file.name === name)?.initial ?? '').trim()
  return draft.transcripts.every((text) => text.trim() === '') && !draft.files.some(isBegun)
}

/** The draft with an answer to one of the exercise's questions. */
export function withAnswer(draft: SubmissionDraft, question: string, answer: string): SubmissionDraft {
  return { ...draft, answers: { ...draft.answers, [question]: answer } }
}

/** The draft with another content of one of its files. */
export function withFile(draft: SubmissionDraft, name: string, content: string): SubmissionDraft {
  return { ...draft, files: draft.files.map((file) => (file.name === name ? { name, content } : file)) }
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

/**
 * The draft with a file in its place: one of a name that the draft has replaces that file (an asked `site/Dockerfile`
 * is dropped as `Dockerfile`), a session fills a terminal, anything else comes among the files.
 */
export function addFile(draft: SubmissionDraft, file: DraftFile): SubmissionDraft {
  const place = draft.files.find(({ name }) => name === file.name || name.endsWith(`/${file.name}`))
  if (place !== undefined) {
    return withFile(draft, place.name, file.content)
  }
  if (!/\.(?:txt|log|typescript)$/i.test(file.name)) {
    return { ...draft, files: [...draft.files, file].slice(0, FILES_MAX) }
  }
  const free = draft.transcripts.findIndex((text) => text.trim() === '')
  if (free >= 0) {
    return { ...draft, transcripts: draft.transcripts.map((text, index) => (index === free ? file.content : text)) }
  }
  return { ...draft, transcripts: [...draft.transcripts, file.content].slice(0, TRANSCRIPTS_MAX) }
}
