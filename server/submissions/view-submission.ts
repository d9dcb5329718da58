import { assertNever } from '@/engine/assert-never'
import { roundedPoints } from '@/grader/points'
import type { SubmissionReceipt, SubmissionState, SubmissionSummary } from '../views/submission-view'

type StoredState = 'received' | 'graded' | 'not_graded'

interface SubmissionRow {
  readonly id: string
  readonly state: StoredState
  readonly submittedAt: Date
}

export function viewReceipt(row: SubmissionRow): SubmissionReceipt {
  return {
    id: row.id,
    state: viewState(row.state),
    submittedAt: row.submittedAt.toISOString(),
  }
}

/** What a summary needs beside the submission's own columns. */
export const SUMMARY_COLUMNS = {
  verdicts: {
    orderBy: [{ createdAt: 'desc' as const }, { id: 'desc' as const }],
    take: 1,
    select: { points: true, pointsMax: true, pointsAfterHints: true },
  },
  grades: { select: { userId: true } },
}

interface JudgedRow extends SubmissionRow {
  readonly ordinal: number
  readonly latePercent: number
  /** Newest first. */
  readonly verdicts: readonly {
    readonly points: number
    readonly pointsMax: number
    readonly pointsAfterHints: number | null
  }[]
  /** The grade that rests on it, if it does. */
  readonly grades: readonly unknown[]
}

export function viewSummary(row: JudgedRow): SubmissionSummary {
  const [verdict] = row.verdicts
  return {
    ...viewReceipt(row),
    ordinal: row.ordinal,
    points: verdict?.points ?? null,
    pointsMax: verdict?.pointsMax ?? null,
    hintCost: verdict === undefined ? 0 : roundedPoints(verdict.points - (verdict.pointsAfterHints ?? verdict.points)),
    latePercent: row.latePercent,
    counts: row.grades.length > 0,
  }
}

export function viewState(state: StoredState): SubmissionState {
  switch (state) {
    case 'received':
    case 'graded':
      return state
    case 'not_graded':
      return 'not-graded'
    default:
      return assertNever(state)
  }
}
