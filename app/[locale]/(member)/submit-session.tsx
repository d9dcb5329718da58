'use client'

import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { useLocale } from 'use-intl'
import { z } from 'zod/mini'
import type { SubmissionDraft } from '@/components/exercise/submission-draft'
import { SubmissionForm } from '@/components/exercise/submission-form'
import type { Remarks } from '@/components/exercise/understood'
import type { SubmitFailure } from '@/components/exercise/use-hand-in'
import type { StudentExercise } from '@/server/views/exercise-view'

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
  assigned: 'errorAssigned',
}

/** Where a session goes: to an assignment, or nowhere but its owner's practice. */
export type SessionTarget = { readonly assignmentId: string } | { readonly exercise: string }

/** The form with the way to the server; an accepted session leads to its result. */
export function SubmitSession({
  target,
  draftKey,
  exercise,
  remarks,
}: {
  readonly target: SessionTarget
  readonly draftKey: string
  readonly exercise: Pick<StudentExercise, 'statement' | 'files' | 'questions'>
  readonly remarks: Remarks
}) {
  const router = useRouter()
  const language = useLocale()
  const { statement, files, questions } = exercise
  const kept = useMemo(() => [statement.fr, statement.en], [statement])
  return (
    <SubmissionForm
      draftKey={draftKey}
      files={files}
      questions={questions}
      kept={kept}
      remarks={remarks}
      submit={async (draft, idempotencyKey) => {
        const answer = await send(target, draft, idempotencyKey)
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
  target: SessionTarget,
  draft: SubmissionDraft,
  idempotencyKey: string,
): Promise<z.infer<typeof answerSchema>> {
  const transcripts = draft.transcripts.filter((text) => text.trim() !== '')
  const given = Object.entries(draft.answers).filter(([, answer]) => answer.trim() !== '')
  const body = { ...target, transcripts, files: draft.files, answers: Object.fromEntries(given), idempotencyKey }
  try {
    const response = await fetch('assignmentId' in target ? '/api/submissions' : '/api/practice-submissions', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    return answerSchema.parse(await response.json())
  } catch {
    return { ok: false, error: 'unreachable' }
  }
}
