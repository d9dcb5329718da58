import type { LocalizedText } from '../localized-text'

/** How hard a question is: 1 recalls a fact, 2 applies it, 3 combines several. */
export type Difficulty = 1 | 2 | 3

/**
 * What every question has, whatever its type. All texts are sanitised HTML
 * once `course/` has loaded them from Markdown.
 */
type QuestionBase = {
  /** Unique in the whole course; kebab-case. */
  readonly id: string
  /** Id of the chapter that teaches it: its folder's name (`11-stop-start-kill`). */
  readonly chapter: string
  /** Id of the chapter's objective that it checks. */
  readonly objective: string
  readonly difficulty: Difficulty
  /** What it counts in its quiz; 1 when absent. */
  readonly points?: number
  readonly prompt: LocalizedText
}

/** One answer to choose. `misconception` names the belief that leads to it. */
export type Option = {
  readonly id: string
  readonly text: LocalizedText
  readonly correct: boolean
  readonly feedback: LocalizedText
  readonly misconception?: string
}

type ChoiceQuestion = QuestionBase & {
  readonly options: readonly Option[]
  /** The options mean something in their given order (a scale), so it is never shuffled. */
  readonly keepOrder: boolean
}

/** Exactly one option is right. */
export type SingleQuestion = ChoiceQuestion & { readonly type: 'single' }

/** At least one option is right and at least one wrong; marked with partial credit. */
export type MultipleQuestion = ChoiceQuestion & { readonly type: 'multiple' }

/** A statement that is true or false. */
export type TrueFalseQuestion = QuestionBase & {
  readonly type: 'true-false'
  readonly answer: boolean
  readonly feedback: { readonly true: LocalizedText; readonly false: LocalizedText }
  /** The belief behind the wrong answer. */
  readonly misconception?: string
}

/** A wrong number foreseen by the author. */
export type NumericMistake = {
  readonly value: number
  readonly feedback: LocalizedText
  readonly misconception?: string
}

/** A number, right within `tolerance` (0: exactly). */
export type NumericQuestion = QuestionBase & {
  readonly type: 'numeric'
  readonly answer: number
  readonly tolerance: number
  /** What the number counts ("s", "MB"), shown after the field. */
  readonly unit?: LocalizedText
  readonly feedback: { readonly right: LocalizedText; readonly wrong: LocalizedText }
  readonly mistakes: readonly NumericMistake[]
}

/**
 * A question of any type. A new type adds a member here and a case wherever
 * the compiler then reports an unhandled member (marking, stripping, feedback,
 * response, shuffling, and the schema in `course/quiz/`).
 */
export type Question = SingleQuestion | MultipleQuestion | TrueFalseQuestion | NumericQuestion

export type QuestionType = Question['type']
