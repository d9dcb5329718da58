import type { EngineEvent } from '@/engine/events/event'
import type { EngineState } from '@/engine/state'
import type { Terminal } from '@/shell/terminal'
import { readRefusal } from '../compare/refusal'
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

/** Which object each variable of an exercise's patterns stands for: full ids, a volume's name. */
export type Bindings = Readonly<Record<string, string>>

/** What a predicate is evaluated over. */
export interface Scope {
  readonly history: History
  readonly bindings: Bindings
  /** Questions answered rightly, given the bindings. */
  readonly isRight: (question: string, bindings: Bindings) => boolean
}

/** Index of the first episode from `from` on for which a test holds, or null. */
export function firstEpisode(
  { history }: Scope,
  from: number,
  holds: (episode: Episode, index: number) => boolean,
): number | null {
  const at = history.findIndex((episode, index) => index >= from && holds(episode, index))
  return at < 0 ? null : at
}

/** Did the student see anything? */
export function isSilent(episode: Episode): boolean {
  return episode.observed.every((line) => line.trim() === '')
}

/** Does an episode count for a goal? What no machine could have shown proves nothing. */
export function isCredible(episode: Episode): boolean {
  return episode.verdict !== 'inconsistent'
}

/** What the same command would have printed on another machine state: the engine's "what if". */
export function outputOn(episode: Episode, state: EngineState): string {
  return runStep({ ...episode.before, state }, episode, episode.observed).output.join('\n')
}

/**
 * May an output prove something? The engine predicted it; where Docker refused, or its output tells of a refusal (the
 * error that `docker inspect` shows), the engine's does the same.
 */
export function isEvidence(episode: Episode): boolean {
  if (isSilent(episode)) return false
  if (episode.verdict === 'consistent') return true
  const refusal = readRefusal(episode.predicted)
  return episode.verdict === 'failed' && refusal !== null && refusal.kind === readRefusal(episode.observed)?.kind
}
