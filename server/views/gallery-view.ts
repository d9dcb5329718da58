import type { LocalizedText } from '@/grader/localized-text'
import type { Question, QuestionType } from '@/grader/quiz/question'

/** What an instructor asks to see of the bank. */
export interface GalleryChoice {
  readonly chapter?: string | undefined
  readonly type?: string | undefined
  /** A family instead of the bank, and which of its variants. */
  readonly family?: string | undefined
  readonly variant?: number | undefined
}

export interface GalleryView {
  readonly className: string
  /** Questions in the bank, whatever is shown. */
  readonly total: number
  readonly chapters: readonly { readonly id: string; readonly title: LocalizedText; readonly count: number }[]
  readonly types: readonly { readonly type: QuestionType; readonly count: number }[]
  readonly families: readonly { readonly id: string; readonly title: LocalizedText }[]
  /** The variant shown, where a family is. */
  readonly variant: { readonly family: string; readonly number: number } | null
  /** With their keys. */
  readonly questions: readonly Question[]
}
