'use client'

import { Plus } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { DraftFiles } from './draft-files'
import { keepDraft, readDraft } from './draft-storage'
import { FileDrop } from './file-drop'
import { maskDraft } from './masked-draft'
import { MaskedSecrets } from './masked-secrets'
import {
  addFile,
  type DroppedFile,
  EMPTY_DRAFT,
  isEmptyDraft,
  type SubmissionDraft,
  TRANSCRIPTS_MAX,
} from './submission-draft'
import { TerminalField } from './terminal-field'

export type SubmitFailure =
  | 'errorEmpty'
  | 'errorTooLarge'
  | 'errorClosed'
  | 'errorNotOpen'
  | 'errorAttempts'
  | 'errorFailed'
  | 'errorSignedOut'

const NOTHING: readonly string[] = []

/** Where a session is pasted and handed in, its secrets masked. Nothing typed here is lost: a draft stays until it was accepted. */
export function SubmissionForm({
  assignmentId,
  kept = NOTHING,
  submit,
}: {
  readonly assignmentId: string
  /** The exercise's own words: never masked. */
  readonly kept?: readonly string[]
  /** Hands in; `null` when accepted. The same key is the same submission, however often it is sent. */
  readonly submit: (draft: SubmissionDraft, idempotencyKey: string) => Promise<SubmitFailure | null>
}) {
  const t = useTranslations('exercise')
  const { draft, change } = useDraft(assignmentId)
  const [refused, setRefused] = useState<readonly Extract<DroppedFile, { ok: false }>[]>([])
  const { draft: sent, masked } = useMemo(() => maskDraft(draft, kept), [draft, kept])
  const { handIn, failure, pending } = useHandIn(assignmentId, sent, submit)
  const setTranscript = (at: number, text: string) =>
    change({ ...draft, transcripts: draft.transcripts.map((old, index) => (index === at ? text : old)) })
  const take = (dropped: readonly DroppedFile[]) => {
    setRefused(dropped.filter((one) => !one.ok))
    change(dropped.reduce((held, one) => (one.ok ? addFile(held, one.file) : held), draft))
  }
  return (
    <div className="grid gap-5">
      {draft.transcripts.map((text, index) => (
        <TerminalField
          key={String(index)}
          number={index + 1}
          text={text}
          onChange={(changed) => setTranscript(index, changed)}
          onRemove={
            draft.transcripts.length === 1
              ? null
              : () => change({ ...draft, transcripts: draft.transcripts.filter((_, at) => at !== index) })
          }
        />
      ))}
      {draft.transcripts.length < TRANSCRIPTS_MAX ? (
        <Button
          size="small"
          className="justify-self-start"
          onPress={() => change({ ...draft, transcripts: [...draft.transcripts, ''] })}
        >
          <Plus aria-hidden className="size-4" />
          {t('addTerminal')}
        </Button>
      ) : null}
      <FileDrop onFiles={take} />
      <DraftFiles
        files={draft.files}
        onRemove={(name) => change({ ...draft, files: draft.files.filter((file) => file.name !== name) })}
      />
      {refused.map((one) => (
        <Notice key={one.name} tone="bad" live>
          {t(one.reason, { name: one.name })}
        </Notice>
      ))}
      <MaskedSecrets masked={masked} />
      {failure === null ? null : (
        <Notice tone="bad" live>
          {t(failure)}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-4">
        <Button tone="signal" isDisabled={pending} onPress={() => void handIn()}>
          {pending ? t('submitting') : t('submit')}
        </Button>
        {isEmptyDraft(draft) ? null : <p className="text-sm text-soft">{t('draft')}</p>}
      </div>
    </div>
  )
}

function useDraft(assignmentId: string) {
  const [draft, setDraft] = useState(EMPTY_DRAFT)
  useEffect(() => {
    const kept = readDraft(assignmentId)
    if (kept !== null) {
      setDraft({ transcripts: kept, files: [] })
    }
  }, [assignmentId])
  const change = (next: SubmissionDraft) => {
    setDraft(next)
    keepDraft(assignmentId, next.transcripts)
  }
  return { draft, change }
}

function useHandIn(
  assignmentId: string,
  draft: SubmissionDraft,
  submit: (draft: SubmissionDraft, idempotencyKey: string) => Promise<SubmitFailure | null>,
) {
  const [failure, setFailure] = useState<SubmitFailure | null>(null)
  const [pending, setPending] = useState(false)
  const sent = useRef<{ readonly draft: SubmissionDraft; readonly key: string } | null>(null)
  const handIn = async () => {
    if (isEmptyDraft(draft)) {
      setFailure('errorEmpty')
      return
    }
    if (sent.current?.draft !== draft) {
      sent.current = { draft, key: crypto.randomUUID() }
    }
    setPending(true)
    const refusal = await submit(draft, sent.current.key)
    setFailure(refusal)
    if (refusal === null) {
      keepDraft(assignmentId, [])
      return
    }
    setPending(false)
  }
  return { handIn, failure, pending }
}
