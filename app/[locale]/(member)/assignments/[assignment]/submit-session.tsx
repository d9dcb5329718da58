'use client'

import { useRouter } from 'next/navigation'
import { useLocale } from 'use-intl'
import { z } from 'zod/mini'
import { isEmptyDraft, type SubmissionDraft } from '@/components/exercise/submission-draft'
import { SubmissionForm, type SubmitFailure } from '@/components/exercise/submission-form'

const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.object({ id: z.string() }) }),
  z.object({ ok: z.literal(false), error: z.string() }),
])

const FAILURES: Readonly<Record<string, SubmitFailure>> = {
  empty: 'errorEmpty',
  'transcript-too-large': 'errorTooLarge',
  'file-too-large': 'errorTooLarge',
  'too-large': 'errorTooLarge',
  closed: 'errorClosed',
  'not-open': 'errorNotOpen',
  'no-attempts-left': 'errorAttempts',
  'signed-out': 'errorSignedOut',
}

/** The form with the way to the server; an accepted session leads to its result. */
export function SubmitSession({
  assignmentId,
  kept,
}: {
  readonly assignmentId: string
  /** The exercise's own words: never masked. */
  readonly kept: readonly string[]
}) {
  const router = useRouter()
  const language = useLocale()
  return (
    <SubmissionForm
      assignmentId={assignmentId}
      kept={kept}
      submit={async (draft, idempotencyKey) => {
        const answer = await send(assignmentId, draft, idempotencyKey)
        if (!answer.ok) {
          return FAILURES[answer.error] ?? 'errorFailed'
        }
        router.push(`/${language}/submissions/${answer.value.id}`)
        return null
      }}
    />
  )
}

async function send(
  assignmentId: string,
  draft: SubmissionDraft,
  idempotencyKey: string,
): Promise<z.infer<typeof answerSchema>> {
  const transcripts = draft.transcripts.filter((text) => text.trim() !== '')
  const body = { assignmentId, transcripts: isEmptyDraft(draft) ? [] : transcripts, files: draft.files, idempotencyKey }
  try {
    const response = await fetch('/api/submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return answerSchema.parse(await response.json())
  } catch {
    return { ok: false, error: 'unreachable' }
  }
}
