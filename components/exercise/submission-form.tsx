'use client'

import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import type { AskedFile } from '@/grader/exercise'
import type { StudentExerciseQuestion } from '@/grader/question/student-question'
import { AnswerFields } from './answer-fields'
import { DraftFiles } from './draft-files'
import { FileDrop } from './file-drop'
import { FileEditor } from './file-editor'
import type { DraftPreview } from './preview'
import {
  addFile,
  type DroppedFile,
  isEmptyDraft,
  type SubmissionDraft,
  TRANSCRIPTS_MAX,
  withAnswer,
  withFile,
} from './submission-draft'
import { TerminalField } from './terminal-field'
import { type Remarks, Understood } from './understood'
import { type Keeping, useDraft } from './use-draft'
import { type Submit, useHandIn } from './use-hand-in'
import { usePreview } from './use-preview'

interface SubmissionFormProps {
  /** Names the assignment and its student: where the draft is kept. */
  readonly draftKey: string
  readonly files: readonly AskedFile[]
  readonly questions: readonly StudentExerciseQuestion[]
  /** The exercise's own words: never masked. */
  readonly kept: readonly string[]
  readonly remarks: Remarks
  readonly submit: Submit
}

/**
 * Where a session, files and answers are handed in, secrets masked. It shows before sending what was understood. Nothing
 * typed here is lost: a draft stays until it was accepted.
 */
export function SubmissionForm({ draftKey, files, questions, kept, remarks, submit }: SubmissionFormProps) {
  const t = useTranslations('exercise')
  const { draft, change, forget, keeping } = useDraft(draftKey, files)
  const { preview, isReading, readNow } = usePreview(draft, kept)
  const isEmpty = isEmptyDraft(draft, files)
  const { handIn, failure, pending } = useHandIn(draft, isEmpty, readNow, submit, forget)
  return (
    <div className="grid min-w-0 gap-6">
      <Terminals draft={draft} change={change} />
      <AskedFiles files={files} draft={draft} preview={preview} change={change} />
      <Attachments files={files} draft={draft} change={change} />
      <AnswerFields
        questions={questions}
        answers={draft.answers}
        onAnswer={(question, answer) => change(withAnswer(draft, question, answer))}
      />
      {isEmpty ? null : <Understood preview={preview} isReading={isReading} remarks={remarks} />}
      {failure === null ? null : (
        <Notice tone="bad" live>
          {t(failure)}
        </Notice>
      )}
      <div className="flex flex-wrap items-center gap-4 print:hidden">
        <Button tone="signal" isDisabled={pending} onPress={() => void handIn()}>
          {pending ? t('submitting') : t('submit')}
        </Button>
        {isEmpty ? null : <DraftState keeping={keeping} />}
      </div>
    </div>
  )
}

interface PartProps {
  readonly draft: SubmissionDraft
  readonly change: (draft: SubmissionDraft) => void
}

function Terminals({ draft, change }: PartProps) {
  const t = useTranslations('exercise')
  const { transcripts } = draft
  const setTranscript = (at: number, text: string) =>
    change({ ...draft, transcripts: transcripts.map((old, index) => (index === at ? text : old)) })
  const remove = (at: number) => change({ ...draft, transcripts: transcripts.filter((_, index) => index !== at) })
  return (
    <>
      {transcripts.map((text, index) => (
        <TerminalField
          key={String(index)}
          number={index + 1}
          text={text}
          onChange={(changed) => setTranscript(index, changed)}
          onRemove={transcripts.length === 1 ? null : () => remove(index)}
        />
      ))}
      {transcripts.length < TRANSCRIPTS_MAX ? (
        <Button
          size="small"
          className="justify-self-start"
          onPress={() => change({ ...draft, transcripts: [...transcripts, ''] })}
        >
          <Plus aria-hidden className="size-4" />
          {t('addTerminal')}
        </Button>
      ) : null}
    </>
  )
}

function AskedFiles({
  files,
  draft,
  preview,
  change,
}: PartProps & { readonly files: readonly AskedFile[]; readonly preview: DraftPreview | null }) {
  const t = useTranslations('exercise')
  if (files.length === 0) return null
  return (
    <section className="grid min-w-0 gap-4">
      <div>
        <h3 className="text-lg">{t('askedFiles')}</h3>
        <p className="text-sm text-soft">{t('askedFilesText')}</p>
      </div>
      {files.map(({ name }) => (
        <FileEditor
          key={name}
          name={name}
          text={draft.files.find((file) => file.name === name)?.content ?? ''}
          problems={preview?.files.find((file) => file.name === name)?.problems ?? []}
          onChange={(text) => change(withFile(draft, name, text))}
        />
      ))}
    </section>
  )
}

function Attachments({ files, draft, change }: PartProps & { readonly files: readonly AskedFile[] }) {
  const t = useTranslations('exercise')
  const [refused, setRefused] = useState<readonly Extract<DroppedFile, { ok: false }>[]>([])
  const take = (dropped: readonly DroppedFile[]) => {
    setRefused(dropped.filter((one) => !one.ok))
    change(dropped.reduce((held, one) => (one.ok ? addFile(held, one.file) : held), draft))
  }
  return (
    <>
      <FileDrop onFiles={take} />
      <DraftFiles
        files={draft.files.filter(({ name }) => !files.some((asked) => asked.name === name))}
        onRemove={(name) => change({ ...draft, files: draft.files.filter((file) => file.name !== name) })}
      />
      {refused.map((one) => (
        <Notice key={one.name} tone="bad" live>
          {t(one.reason, { name: one.name })}
        </Notice>
      ))}
    </>
  )
}

function DraftState({ keeping }: { readonly keeping: Keeping }) {
  const t = useTranslations('exercise')
  return keeping === 'nothing' ? null : (
    <p className="text-sm text-soft">{t(keeping === 'kept' ? 'draft' : 'draftUnkept')}</p>
  )
}
