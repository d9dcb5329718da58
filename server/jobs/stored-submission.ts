import { z } from 'zod'
import { findExercise } from '../course'
import { db } from '../db'
import type { GradingInput } from './grading-job'

/** Written by `submitTranscript` only; parsed when read because rows outlive the code that wrote them. */
export const answersSchema = z.record(z.string(), z.string())

/** A submission as it lies in the database, with what grading it needs. */
export type StoredSubmission = Awaited<ReturnType<typeof selectStoredSubmission>>

export function selectStoredSubmission(id: string) {
  return db().submission.findUniqueOrThrow({
    where: { id },
    include: {
      assignment: { select: { id: true, slug: true, classId: true, countedWork: true } },
      parts: { orderBy: { position: 'asc' } },
      appeals: {
        where: { state: 'accepted' },
        orderBy: [{ terminal: 'asc' }, { line: 'asc' }],
        select: { terminal: true, line: true },
      },
    },
  })
}

/** What the grader is given; `null` when content no longer has the exercise. */
export function gradingInput(row: StoredSubmission): GradingInput | null {
  const exercise = findExercise(exerciseSlug(row))
  if (exercise === null) {
    return null
  }
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  const parts = row.parts.map((part) => ({ ...part, text: decoder.decode(part.content) }))
  const transcripts = parts.filter((part) => part.kind === 'transcript').map((part) => part.text)
  const files = parts
    .filter((part) => part.kind === 'file')
    .map((part): readonly [string, string] => [part.name, part.text])
  const answers = answersSchema.parse(row.answers)
  const { drawSeed, appeals: conceded } = row
  return { exercise, submission: { transcripts, files: Object.fromEntries(files), answers, drawSeed, conceded } }
}

/** The lines conceded by accepted appeals as they stand with a verdict: `0:12 1:4`. */
export function concededKey({ appeals }: Pick<StoredSubmission, 'appeals'>): string {
  return appeals.map(({ terminal, line }) => `${terminal}:${line}`).join(' ')
}

/** The exercise that a submission is for. */
export function exerciseSlug(row: {
  readonly assignment: { readonly slug: string } | null
  readonly practiceSlug: string | null
}): string {
  return row.assignment?.slug ?? row.practiceSlug ?? ''
}
