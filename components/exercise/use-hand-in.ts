import { useRef, useState } from 'react'
import type { DraftPreview } from './preview'
import type { SubmissionDraft } from './submission-draft'

export type SubmitFailure =
  | 'errorEmpty'
  | 'errorTooLarge'
  | 'errorClosed'
  | 'errorNotOpen'
  | 'errorAttempts'
  | 'errorFailed'
  | 'errorSignedOut'
  | 'errorAssigned'
  | 'errorUnread'

/** Hands in; `null` when accepted. The same key is the same submission, however often it is sent. */
export type Submit = (draft: SubmissionDraft, idempotencyKey: string) => Promise<SubmitFailure | null>

/** Sends a draft as its preview has it: masked. What cannot be masked is not sent. */
export function useHandIn(
  draft: SubmissionDraft,
  isEmpty: boolean,
  readNow: () => Promise<DraftPreview | null>,
  submit: Submit,
  onAccepted: () => void,
) {
  const [failure, setFailure] = useState<SubmitFailure | null>(null)
  const [pending, setPending] = useState(false)
  const last = useRef<{ readonly draft: SubmissionDraft; readonly key: string } | null>(null)
  const send = async (): Promise<SubmitFailure | null> => {
    const preview = await readNow()
    if (preview === null) return 'errorUnread'
    if (last.current?.draft !== draft) {
      last.current = { draft, key: crypto.randomUUID() }
    }
    return submit(preview.sent, last.current.key)
  }
  const handIn = async () => {
    if (isEmpty) {
      setFailure('errorEmpty')
      return
    }
    setPending(true)
    const refusal = await send()
    setFailure(refusal)
    if (refusal === null) onAccepted()
    else setPending(false)
  }
  return { handIn, failure, pending }
}
