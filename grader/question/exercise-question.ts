import type { LocalizedText } from '../localized-text'
import type { Drawn, Subject } from '../pattern'

/** What can be asked of an object that the replay knows. */
export type ObjectValue =
  | 'name'
  | 'id'
  | 'status'
  | 'exitCode'
  | 'hostname'
  | 'address'
  | 'hostPort'
  | 'restarts'
  | 'layers'
  | 'steps'
  | 'subnet'
  | 'gateway'
  | 'count'

/** A key that the replay of the student's own session gives: this value of an object that fits, at any moment. */
export type ComputedKey = Subject & { readonly value: ObjectValue }

interface QuestionBase {
  readonly id: string
  readonly prompt: LocalizedText
  /** What a right and a wrong answer are told, once a verdict is there. */
  readonly feedback: { readonly right: LocalizedText; readonly wrong: LocalizedText }
}

export interface NumberQuestion extends QuestionBase {
  readonly type: 'number'
  readonly answer?: Drawn
  readonly key?: ComputedKey
  /** How far off it may be; 0 is exactly. */
  readonly tolerance: number
  readonly unit?: LocalizedText
}

export interface ChoiceOption {
  readonly id: string
  readonly text: LocalizedText
  readonly correct: boolean
}

export interface ChoiceQuestion extends QuestionBase {
  readonly type: 'choice'
  readonly options: readonly ChoiceOption[]
}

export interface SentenceQuestion extends QuestionBase {
  readonly type: 'sentence'
  /**
   * What is right, any of them: words that must all occur, in any order. `a|b` either, `remov*` a word that begins so,
   * `!not` a word that must not occur. Case, accents and punctuation do not count.
   */
  readonly accept: readonly string[]
  readonly key?: ComputedKey
}

/** A question asked inside an exercise; its answer is part of the submission. */
export type ExerciseQuestion = NumberQuestion | ChoiceQuestion | SentenceQuestion
