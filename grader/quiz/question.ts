import type { StartState } from '../exercise'
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

/** Answers in words that mean the same. */
export type AcceptedText = {
  /** Compared after normalisation; `*` stands for any text. */
  readonly accepted: readonly string[]
  /** Letters that may be wrong, missing, too many or swapped; never in an answer shorter than five letters. */
  readonly typos: 0 | 1 | 2
  /** Capitals count. */
  readonly caseSensitive: boolean
}

/** A wrong answer foreseen by the author. */
export type ForeseenText = {
  readonly accepted: readonly string[]
  readonly feedback: LocalizedText
  readonly misconception?: string
}

type RightOrWrong = { readonly right: LocalizedText; readonly wrong: LocalizedText }

/** A word, a name or a line, typed. */
export type TextQuestion = QuestionBase &
  AcceptedText & {
    readonly type: 'text'
    /** The answer is code: shown in the mono, and nothing corrects it while it is typed. */
    readonly code: boolean
    readonly feedback: RightOrWrong
    readonly mistakes: readonly ForeseenText[]
  }

export type OrderingItem = { readonly id: string; readonly text: LocalizedText }

/** Things to be put in order. */
export type OrderingQuestion = QuestionBase & {
  readonly type: 'ordering'
  /** In the order they are shown in, which is never the right one. */
  readonly items: readonly OrderingItem[]
  /** Ids in the right order. */
  readonly order: readonly string[]
  readonly feedback: RightOrWrong
  /** `first` was put before `second`, and should not have been. */
  readonly mistakes: readonly {
    readonly first: string
    readonly second: string
    readonly feedback: LocalizedText
    readonly misconception?: string
  }[]
}

/** A line of a matching question with the choice that belongs to it. */
export type MatchingPair = {
  readonly id: string
  readonly text: LocalizedText
  readonly choice: string
  /** Said when another choice was made. */
  readonly feedback: LocalizedText
  readonly misconception?: string
}

/** To each line its choice; a choice may belong to several lines, or to none. */
export type MatchingQuestion = QuestionBase & {
  readonly type: 'matching'
  readonly pairs: readonly MatchingPair[]
  /** Their texts are plain, not HTML: they stand in menus. */
  readonly choices: readonly { readonly id: string; readonly text: LocalizedText }[]
  readonly feedback: { readonly right: LocalizedText }
}

export type Blank = AcceptedText & {
  readonly id: string
  /** Said when it was filled wrongly in no foreseen way. */
  readonly feedback: LocalizedText
  readonly mistakes: readonly ForeseenText[]
}

/** A text or a piece of code with blanks, written `{{id}}`. */
export type FillQuestion = QuestionBase & {
  readonly type: 'fill'
  /** Plain text, not HTML; the same in both languages where it is code. */
  readonly body: LocalizedText
  readonly code: boolean
  readonly blanks: readonly Blank[]
  readonly feedback: { readonly right: LocalizedText }
}

/** What a command does to the machine, and, with `output`, what it prints, is compared with the references. */
export type CommandComparison = 'effect' | 'output'

/** A command to be typed. Right is what has the effect of a reference on the engine, whatever its form. */
export type CommandQuestion = QuestionBase & {
  readonly type: 'command'
  readonly start: StartState
  /** Lines that are right; the first is shown as the model answer. */
  readonly references: readonly string[]
  readonly compare: CommandComparison
  readonly feedback: RightOrWrong
  /** Lines that somebody with a wrong belief types; whatever has the same effect gets this feedback. */
  readonly mistakes: readonly {
    readonly command: string
    readonly feedback: LocalizedText
    readonly misconception?: string
  }[]
}

/** What the last line of a session will show: its exit code, its text, or which rows. */
export type PredictQuestion = QuestionBase & {
  readonly type: 'predict'
  /** What is typed at the terminal. */
  readonly lines: readonly string[]
  readonly ask: 'exit-code' | 'text' | 'rows'
  /** What the engine shows: a number as text, a text, or the lines that are rows. */
  readonly answer: string
  /** With `rows`: those to choose from, right and wrong, plain text. */
  readonly rows: readonly PredictedRow[]
  readonly feedback: RightOrWrong
  readonly mistakes: readonly {
    readonly answer: string
    readonly feedback: LocalizedText
    readonly misconception?: string
  }[]
}

export type PredictedRow = {
  readonly id: string
  readonly text: string
  readonly correct: boolean
  /** Why a wrong row is wrong. */
  readonly feedback?: LocalizedText
  readonly misconception?: string
}

/** A line that is run with the image; it must print and return what it does with the reference's. */
export type DockerfileCheck = {
  readonly id: string
  /** The image is called `answer`. */
  readonly line: string
  /** Said when it does not. */
  readonly feedback: LocalizedText
  readonly misconception?: string
}

/** A Dockerfile to be written or repaired; the engine builds it. */
export type DockerfileQuestion = QuestionBase & {
  readonly type: 'dockerfile'
  /** The build context beside the Dockerfile. */
  readonly files: Readonly<Record<string, string>>
  /** What stands in the editor at first; empty where all is to be written. */
  readonly given: string
  readonly reference: string
  readonly checks: readonly DockerfileCheck[]
  readonly feedback: RightOrWrong
}

/** Questions whose answers are tried on the engine: marked on the server only, and never public. */
export type EngineQuestion = CommandQuestion | DockerfileQuestion

/** Questions that are marked by looking at the answer alone. */
export type PlainQuestion =
  | SingleQuestion
  | MultipleQuestion
  | TrueFalseQuestion
  | NumericQuestion
  | TextQuestion
  | OrderingQuestion
  | MatchingQuestion
  | FillQuestion
  | PredictQuestion

/**
 * A question of any type. A new type adds a member here and a case wherever
 * the compiler then reports an unhandled member (marking, stripping, feedback,
 * response, shuffling, and the schema in `course/quiz/`).
 */
export type Question = PlainQuestion | EngineQuestion

export type QuestionType = Question['type']
