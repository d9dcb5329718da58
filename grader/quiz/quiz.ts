import type { LocalizedText } from '../localized-text'
import type { Question } from './question'

/** A quiz as its author wrote it, in the author's order. */
export type Quiz = {
  /** Also its slug: the file's name without extension. */
  readonly id: string
  /** Changes exactly when the content changes; attempts store it. */
  readonly version: string
  readonly title: LocalizedText
  readonly description: LocalizedText
  /** Whole minutes; absent when untimed. */
  readonly timeLimitMinutes?: number
  readonly shuffle: { readonly questions: boolean; readonly options: boolean }
  readonly questions: readonly Question[]
}
