import type { Exercise, Hint } from '@/grader/exercise'
import { pointsAfterHints, type TakenHint } from '@/grader/hint-price'
import type { Verdict } from '@/grader/verdict'
import type { Transaction } from '../db'

interface SentWork {
  readonly assignmentId: string
  readonly userId: string
  readonly submittedAt: Date
}

const KINDS: readonly Hint['kind'][] = ['concept', 'command', 'flags']

export function isHintKind(kind: string): kind is Hint['kind'] {
  return KINDS.some((known) => known === kind)
}

/** What a verdict's points come to after the hints taken before the work was sent: a later hint costs it nothing. */
export async function pointsAfterTakenHints(
  transaction: Transaction,
  exercise: Exercise,
  work: SentWork,
  verdict: Verdict,
): Promise<number> {
  const rows = await transaction.hintTaken.findMany({
    where: { assignmentId: work.assignmentId, userId: work.userId, takenAt: { lte: work.submittedAt } },
    select: { goal: true, kind: true },
  })
  const taken = rows.flatMap(({ goal, kind }): readonly TakenHint[] => (isHintKind(kind) ? [{ goal, kind }] : []))
  return pointsAfterHints(exercise, verdict, taken)
}
