import type { Language } from '@/grader/localized-text'
import type { PlainQuestion } from '@/grader/quiz/question'
import type { ScriptAction } from './example-script'
import type { FigureId } from './figures'

/** One line of a console example with what the engine printed for it. */
export type ConsoleStep = {
  /** What stood before the line: `student@host:~$ `, or a container's prompt. */
  readonly prompt: string
  /** What the reader types; keys as `^C`. */
  readonly input: string
  /** As the terminal showed it, without the last line feed; may be empty. */
  readonly output: string
  /** `$?` of the host's shell; null while the line's command holds its foreground. */
  readonly exitCode: number | null
}

/** One thing done at the terminal of an example. */
export type ExampleMove = {
  readonly action: ScriptAction
  /** Prepares what follows; the chapter does not show it. */
  readonly hidden: boolean
}

/** How a terminal gets through an example, so that a reader can do the same. */
export type ExampleMoves = {
  /** The example whose terminal it goes on with; null for a fresh one. */
  readonly after: string | null
  readonly moves: readonly ExampleMove[]
}

export type CalloutTone = 'note' | 'tip' | 'warning' | 'mistake'

/** A piece of a chapter, ready to be shown: all HTML in it is sanitised. */
export type ChapterBlock =
  | {
      readonly kind: 'heading'
      readonly level: 2 | 3
      /** The same in both languages. */
      readonly section: string
      /** The element's id on the page, in the page's language. */
      readonly anchor: string
      readonly html: string
    }
  | { readonly kind: 'prose'; readonly html: string }
  | {
      readonly kind: 'example'
      readonly id: string
      readonly steps: readonly ConsoleStep[]
      /** The commands alone, one a line, for “copy commands”. */
      readonly copyText: string
      readonly played: ExampleMoves
    }
  | { readonly kind: 'figure'; readonly figure: FigureId; readonly captionHtml: string }
  | {
      readonly kind: 'callout'
      readonly tone: CalloutTone
      readonly titleHtml: string
      readonly blocks: readonly ChapterBlock[]
    }
  /** Where the check-yourself questions stand. */
  | { readonly kind: 'check' }
  | { readonly kind: 'assignment'; readonly type: 'exercise' | 'quiz'; readonly id: string }

/** A line of the chapter's table of contents. */
export type OutlineLine = {
  readonly level: 2 | 3
  readonly section: string
  readonly anchor: string
  readonly title: string
}

/** What the Markdown file of one language gives. */
export type ChapterText = {
  readonly id: string
  /** From its folder's name, counted from 1. */
  readonly number: number
  readonly language: Language
  readonly title: string
  readonly summaryHtml: string
  /** The Docker versions the text holds for. */
  readonly versions: string
  readonly objectives: readonly { readonly id: string; readonly html: string }[]
  readonly words: number
  /** Whole minutes, at least 1. */
  readonly readingMinutes: number
  readonly outline: readonly OutlineLine[]
  readonly blocks: readonly ChapterBlock[]
  readonly exercises: readonly string[]
  readonly quizzes: readonly string[]
  readonly references: readonly { readonly title: string; readonly url: string }[]
}

/** A chapter in one language: plain data, to be shown without any parsing. */
export type ChapterDocument = ChapterText & {
  /** Public by intention, keys included: marked in the browser, never drawn in a graded quiz. */
  readonly check: readonly PlainQuestion[]
}

/** A chapter in both languages. */
export type Chapter = {
  readonly id: string
  readonly number: number
  readonly documents: Readonly<Record<Language, ChapterDocument>>
}
