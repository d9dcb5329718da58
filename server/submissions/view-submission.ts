import { assertNever } from '@/engine/assert-never'
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

interface JudgedRow extends SubmissionRow {
  readonly ordinal: number
  /** Newest first. */
  readonly verdicts: readonly { readonly points: number; readonly pointsMax: number }[]
}

export function viewSummary(row: JudgedRow): SubmissionSummary {
  return {
    ...viewReceipt(row),
    ordinal: row.ordinal,
    points: row.verdicts[0]?.points ?? null,
    pointsMax: row.verdicts[0]?.pointsMax ?? null,
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
