import type { Alias } from '@/grader/mask/aliases'
import { maskTexts } from '@/grader/mask/mask'
import type { SubmissionDraft } from './submission-draft'

/** A draft as it may leave the browser, and what is masked in it. */
export interface MaskedDraft {
  readonly draft: SubmissionDraft
  readonly masked: readonly Alias[]
}

/** Masks the secrets of a draft, in its sessions and files alike; `kept` holds the exercise's own words. */
export function maskDraft(draft: SubmissionDraft, kept: readonly string[]): MaskedDraft {
  const { transcripts, files } = draft
  const { texts, masked } = maskTexts([...transcripts, ...files.map((file) => file.content)], kept)
  return {
    draft: {
      ...draft,
      transcripts: texts.slice(0, transcripts.length),
      files: files.map((file, index) => ({ ...file, content: texts[transcripts.length + index] ?? '' })),
    },
    masked,
  }
}
