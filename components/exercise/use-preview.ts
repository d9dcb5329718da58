import { useCallback, useEffect, useRef, useState } from 'react'
import type { DraftPreview } from './preview'
import { openPreviewReader, type PreviewReader } from './preview-reader'
import type { SubmissionDraft } from './submission-draft'

/** How long typing must rest before a draft is read again. */
const REST_MS = 300

interface ReadDraft {
  readonly draft: SubmissionDraft
  readonly preview: DraftPreview
}

/**
 * What the reader understands of a draft, worked out beside the page a moment after the last change. `preview` belongs to
 * an earlier draft while `isReading`. `readNow` answers for exactly the draft it is given: what is sent goes through it.
 */
export function usePreview(draft: SubmissionDraft, kept: readonly string[]) {
  const reader = useRef<PreviewReader | null>(null)
  const under = useRef<{ readonly draft: SubmissionDraft; readonly reading: Promise<DraftPreview | null> } | null>(null)
  const [last, setLast] = useState<ReadDraft | null>(null)
  const [failed, setFailed] = useState<SubmissionDraft | null>(null)
  const readNow = useCallback(
    async (asked: SubmissionDraft): Promise<DraftPreview | null> => {
      reader.current ??= openPreviewReader()
      // Sending waits for the reading that is under way of the very same draft: a second one would end the first.
      const reading =
        under.current?.draft === asked ? under.current.reading : reader.current.read({ draft: asked, kept })
      under.current = { draft: asked, reading }
      const preview = await reading
      if (under.current?.reading === reading) under.current = null
      if (preview === null) setFailed(asked)
      else setLast({ draft: asked, preview })
      return preview
    },
    [kept],
  )
  useEffect(() => {
    const timer = window.setTimeout(() => void readNow(draft), REST_MS)
    return () => window.clearTimeout(timer)
  }, [draft, readNow])
  useEffect(
    () => () => {
      reader.current?.close()
      reader.current = null
    },
    [],
  )
  const isCurrent = last?.draft === draft
  return {
    preview: last?.preview ?? null,
    isReading: !isCurrent && failed !== draft,
    /** The preview if it is there, else worked out now. */
    readNow: async () => (isCurrent ? last.preview : readNow(draft)),
  }
}
