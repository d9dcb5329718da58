import type { Hint } from '@/grader/exercise'
import type { LocalizedText } from '@/grader/localized-text'

/** One priced step towards a goal. Its text is there only once it was taken. */
export interface HintView {
  readonly kind: Hint['kind']
  /** What it costs: points of the goal, at most. */
  readonly cost: number
  /** HTML; `null` while it is not taken. */
  readonly text: LocalizedText | null
}

/** The hints of a goal in their order: each may be taken after the one before it. */
export interface GoalHints {
  readonly goal: string
  readonly hints: readonly HintView[]
}
