/** Most bytes (UTF-8) of one transcript or file; the database checks the same. */
export const PART_BYTES_MAX = 1_048_576
export const TRANSCRIPTS_MAX = 5
export const FILES_MAX = 10

export type SizeRefusal =
  | 'empty'
  | 'too-many-transcripts'
  | 'transcript-too-large'
  | 'too-many-files'
  | 'file-too-large'

interface SubmittedParts {
  readonly transcripts: readonly string[]
  readonly files: readonly { readonly name: string; readonly content: string }[]
}

/** Why this is not taken as a submission, or `null`. A submission needs a character that is not white space. */
export function refuseParts(parts: SubmittedParts): SizeRefusal | null {
  const contents = parts.files.map((file) => file.content)
  if (parts.transcripts.length > TRANSCRIPTS_MAX) {
    return 'too-many-transcripts'
  }
  if (parts.files.length > FILES_MAX) {
    return 'too-many-files'
  }
  if (parts.transcripts.some(isTooLarge)) {
    return 'transcript-too-large'
  }
  if (contents.some(isTooLarge)) {
    return 'file-too-large'
  }
  return [...parts.transcripts, ...contents].every((text) => text.trim() === '') ? 'empty' : null
}

function isTooLarge(text: string): boolean {
  return text.length > PART_BYTES_MAX || Buffer.byteLength(text, 'utf8') > PART_BYTES_MAX
}
