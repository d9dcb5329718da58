import type { SubmittedFile } from '../views/submission-view'

/** What was handed in, as rows of `submission_part`: exactly as sent. */
export function submittedParts({
  transcripts,
  files,
}: {
  readonly transcripts: readonly string[]
  readonly files: readonly SubmittedFile[]
}) {
  return [
    ...transcripts.map((text, position) => ({
      kind: 'transcript' as const,
      position,
      name: '',
      content: Buffer.from(text, 'utf8'),
    })),
    ...files.map(({ name, content }, position) => ({
      kind: 'file' as const,
      position,
      name,
      content: Buffer.from(content, 'utf8'),
    })),
  ]
}
