import type { LocalizedText } from './localized-text'

/** A value drawn per student from a stable seed and written `{{name}}` in statement, goals and scripts. */
export interface Parameter {
  readonly name: string
  readonly values: readonly (string | number)[]
  /** Index into `values` used when nothing is drawn. */
  readonly default: number
}

/**
 * Which container is meant. Every given field must hold. `as` is a variable: all patterns of an exercise with the same
 * variable speak of the same container, and the score is that of the best choice.
 */
export interface ContainerPattern {
  readonly as?: string
  /** Familiar repository name, with or without tag: `nginx` is any tag of nginx. */
  readonly image?: string
  readonly name?: string
  readonly status?: 'created' | 'running' | 'paused' | 'exited'
  readonly exitCode?: number
  readonly detached?: boolean
  /** A published port of the container, e.g. 80; `hostPort` fixes the other side. */
  readonly publishes?: number
  readonly hostPort?: number
}

/**
 * A check over what the replay went through. `reached`: after some command a container was so. `happened`: the engine
 * reported this event (`docker events`' action names: `start`, `stop`, `kill`, `die`…). `shown`: the student's own
 * output showed it, because it would have read otherwise were it not so. `answered`: a service behind the container's
 * port replied. `inOrder`, `all` and `any` combine. One file each in grader/score/.
 */
export type Predicate =
  | { readonly kind: 'reached'; readonly container: ContainerPattern }
  | {
      readonly kind: 'happened'
      readonly action: string
      readonly container: ContainerPattern
      readonly signal?: string
    }
  | { readonly kind: 'shown'; readonly container: ContainerPattern }
  | { readonly kind: 'answered'; readonly container: ContainerPattern; readonly port: number }
  | { readonly kind: 'inOrder'; readonly steps: readonly Predicate[] }
  | { readonly kind: 'all'; readonly of: readonly Predicate[] }
  | { readonly kind: 'any'; readonly of: readonly Predicate[] }

export interface Hint {
  readonly kind: 'concept' | 'command' | 'flags'
  readonly text: LocalizedText
  /** Share of the goal's points it costs, 0 to 1. */
  readonly cost: number
}

export interface Goal {
  readonly id: string
  readonly title: LocalizedText
  readonly points: number
  /** Goals that must be met before this one can be; its moment lies after theirs. */
  readonly after: readonly string[]
  readonly check: Predicate
  readonly hints: readonly Hint[]
  /** Chapter section to reread: `11-stop-start-kill#exit-codes`. */
  readonly chapter: string | null
}

/** A script for the simulated terminal, or a literal paste, with what it must be given. */
export interface ExampleTranscript {
  readonly name: string
  /** Terminal input, one a line, run by the simulator to make the transcript. */
  readonly script: string
  /** Goals lost; empty for an accepted route. */
  readonly loses: readonly string[]
}

export interface Exercise {
  readonly slug: string
  /** Raised by the author when the meaning changes: part of every verdict. */
  readonly version: string
  readonly title: LocalizedText
  readonly statement: LocalizedText
  readonly chapter: string
  /** Minutes a student is expected to need. */
  readonly minutes: number
  readonly parameters: readonly Parameter[]
  readonly start: StartState
  readonly goals: readonly Goal[]
  /** The reference solution as terminal input. */
  readonly reference: string
  readonly accepted: readonly ExampleTranscript[]
  readonly nearMisses: readonly ExampleTranscript[]
}

/** What the exercise's machine has before the first command. */
export interface StartState {
  readonly images: readonly string[]
  /** Terminal input that prepares the machine. */
  readonly commands: readonly string[]
  /** Files of the home folder: path → text. */
  readonly files: Readonly<Record<string, string>>
}
