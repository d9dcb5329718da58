import type { EngineEvent } from '@/engine/events/event'
import type { EngineState } from '@/engine/state'
import type { Terminal } from '@/shell/terminal'
import { runStep } from '../judge/run-step'
import type { Key } from '../read/transcript'
import type { StepVerdictKind } from '../verdict'

/** One replayed command, with the machine as it was before and after it: plain data. */
export interface Episode {
  /** Index of the transcript in the submission, from 0. */
  readonly transcript: number
  readonly line: number
  readonly command: string
  readonly keys: readonly Key[]
  /** What the student's terminal showed, as lines. */
  readonly observed: readonly string[]
  /** What the engine printed for it, as lines. */
  readonly predicted: readonly string[]
  readonly verdict: StepVerdictKind
  /** The terminal just before the command was typed. */
  readonly before: Terminal
  readonly after: EngineState
  /** What the engine reported while the command ran. */
  readonly events: readonly EngineEvent[]
}

/** The whole replay of a submission, in the order the commands were run. */
export type History = readonly Episode[]

/** Which container each variable of an exercise's patterns stands for: full ids. */
export type Bindings = Readonly<Record<string, string>>

/** Does an episode count for a goal? What no machine could have shown proves nothing. */
export function isCredible(episode: Episode): boolean {
  return episode.verdict !== 'inconsistent'
}

/** What the same command would have printed on another machine state: the engine's "what if". */
export function outputOn(episode: Episode, state: EngineState): string {
  return runStep({ ...episode.before, state }, episode, episode.observed).output.join('\n')
}
