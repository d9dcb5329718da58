import type { ConcededLine } from './judge/concede'
import type { Versions } from './verdict'

/** What the engine and a student's Docker disagreed on, to be settled by whoever corrects the engine. */
export interface AppealCase extends ConcededLine {
  readonly format: 'quai-appeal-1'
  /** Slug of the exercise, and the seed of its parameters. */
  readonly exercise: string
  readonly drawSeed: number | null
  /** What judged it. */
  readonly versions: Versions
  readonly command: string
  /** What the student's Docker printed for it. */
  readonly printed: string
  /** What of it was not believed. Lines count from 1 in the transcript. */
  readonly disagreements: readonly Disagreement[]
  /** In the student's words: with which version and system. */
  readonly comment: string
  /** The session it stands in, secrets masked. */
  readonly transcripts: readonly string[]
  readonly files: Readonly<Record<string, string>>
}

interface Disagreement {
  readonly line: number
  readonly code: string
  readonly predicted: string
  readonly printed: string
}
