import type { EngineState } from '@/engine/state'
import type { StepVerdictKind } from '../verdict'

/** One replayed command, with the machine as it was before and after it. */
export interface Episode {
  readonly terminal: number
  readonly line: number
  readonly command: string
  /** What the student's terminal showed, as lines. */
  readonly observed: readonly string[]
  /** What the engine printed for it. */
  readonly predicted: string
  readonly verdict: StepVerdictKind
  readonly before: EngineState
  readonly after: EngineState
  /** Runs the same command on the terminal as it was, with another engine state: "what would it have printed?" */
  readonly outputOn: (state: EngineState) => string
}

/** The whole replay of a submission, in the order the commands were run. */
export type History = readonly Episode[]

/** Which container each variable of an exercise's patterns stands for: full ids. */
export type Bindings = Readonly<Record<string, string>>

/** Does an episode count for a goal? What no machine could have shown proves nothing. */
export function isCredible(episode: Episode): boolean {
  return episode.verdict !== 'inconsistent'
}
