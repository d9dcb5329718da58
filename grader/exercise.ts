import type { LocalizedText } from './localized-text'
import type { Predicate } from './predicate'
import type { ExerciseQuestion } from './question/exercise-question'

/** A value drawn per student from a stable seed and written `{{name}}` in statement, goals and scripts. */
export interface Parameter {
  readonly name: string
  readonly values: readonly (string | number)[]
  /** Index into `values` used when nothing is drawn. */
  readonly default: number
}

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

/** A script for the simulated terminal with what it must be given. */
export interface ExampleTranscript {
  readonly name: string
  /** Terminal input, one a line, run by the simulator to make the transcript; a line `@terminal` opens another one. */
  readonly script: string
  /** Files handed in, which lie in the home folder when the session begins; by default those of the reference. */
  readonly files?: Readonly<Record<string, string>>
  /** Answers to the questions; by default those of the reference. */
  readonly answers?: Readonly<Record<string, string>>
  /** Goals lost; empty for an accepted route. */
  readonly loses: readonly string[]
}

/** A file an exercise asks for: a Dockerfile edited in nano never shows in a paste. */
export interface AskedFile {
  /** Path in the home folder: `Dockerfile`, `site/.dockerignore`. */
  readonly name: string
  /** What the editor colours and checks it as. */
  readonly language: 'dockerfile' | 'dockerignore' | 'html' | 'shell' | 'text'
  /** What stands in it before the student begins. */
  readonly initial: string
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
  /** Files the student writes and hands in beside the session. */
  readonly files: readonly AskedFile[]
  readonly questions: readonly ExerciseQuestion[]
  readonly goals: readonly Goal[]
  /** The reference solution as terminal input. */
  readonly reference: string
  readonly referenceFiles: Readonly<Record<string, string>>
  readonly referenceAnswers: Readonly<Record<string, string>>
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
