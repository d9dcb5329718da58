import { comparableIds } from '@/grader/provenance/report'
import type { StepVerdict } from '@/grader/verdict'
import { db, type Transaction } from '../db'

/** Keeps the ids that a submission shows where its containers were created, so that other pastes can be compared. */
export async function recordCreatedIds(
  transaction: Transaction,
  submissionId: string,
  steps: readonly StepVerdict[],
): Promise<void> {
  const data = comparableIds(steps).map(({ id }) => ({ submissionId, id }))
  await transaction.createdId.deleteMany({ where: { submissionId } })
  await transaction.createdId.createMany({ data, skipDuplicates: true })
}

/** A submission of somebody else that shows an id at a creation too. */
export interface OtherSubmission {
  readonly submissionId: string
  readonly classId: string
  readonly student: string
}

/** For each id the other students' submissions, in the same classes, that have it too: the earliest of each student. */
export async function selectOthersWith(
  ids: readonly string[],
  owner: { readonly userId: string; readonly classId: string },
): Promise<ReadonlyMap<string, readonly OtherSubmission[]>> {
  const rows = await db().createdId.findMany({
    where: {
      id: { in: [...ids] },
      submission: { userId: { not: owner.userId }, assignment: { classId: owner.classId } },
    },
    orderBy: { submission: { submittedAt: 'asc' } },
    select: {
      id: true,
      submission: {
        select: { id: true, userId: true, user: { select: { name: true } }, assignment: { select: { classId: true } } },
      },
    },
  })
  const found = new Map<string, OtherSubmission[]>()
  const known = new Set<string>()
  for (const { id, submission } of rows) {
    const { assignment } = submission
    const key = `${id} ${submission.userId}`
    if (known.has(key) || assignment === null) {
      continue
    }
    known.add(key)
    const others = found.get(id) ?? []
    others.push({
      submissionId: submission.id,
      classId: assignment.classId,
      student: submission.user.name,
    })
    found.set(id, others)
  }
  return found
}
