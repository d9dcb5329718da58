import type { GoalResult } from '@/grader/verdict'
import type { Language } from '@/messages/language'
import type { GoalHints } from '@/server/views/hint-view'
import { Hints } from './hints'
import { plainText } from './plain-text'

/** The hints of an assignment on the page of a result: the texts of those taken, the prices of the others. */
export interface OfferedHints {
  readonly assignmentId: string
  readonly hints: readonly GoalHints[]
  /** The form's action; `null` where none can be taken any more. */
  readonly takeHint: ((form: FormData) => Promise<void>) | null
}

/** The same without anything to take: where no command could be read, a hint would not help. */
export function withoutOffers(offered: OfferedHints | null): OfferedHints | null {
  return offered === null ? null : { ...offered, takeHint: null }
}

/** Whether there is a hint to be taken for a goal that was missed. */
export function offersHint(offered: OfferedHints | null, goals: readonly GoalResult[]): boolean {
  const isMet = (id: string) => goals.some((goal) => goal.id === id && goal.met)
  return (
    offered !== null &&
    offered.takeHint !== null &&
    offered.hints.some(({ goal, hints }) => !isMet(goal) && hints.some(({ text }) => text === null))
  )
}

/** The hints of one goal; one that is met needs no more of them. */
export function HintsOfGoal({
  language,
  offered,
  goal,
  title,
}: {
  readonly language: Language
  readonly offered: OfferedHints | null
  readonly goal: GoalResult
  /** HTML. */
  readonly title: string
}) {
  const hints = offered?.hints.find((each) => each.goal === goal.id)
  if (offered === null || hints === undefined) return null
  return (
    <Hints
      language={language}
      assignmentId={offered.assignmentId}
      hints={hints}
      goalTitle={plainText(title)}
      takeHint={goal.met ? null : offered.takeHint}
    />
  )
}
