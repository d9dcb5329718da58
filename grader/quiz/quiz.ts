import type { LocalizedText } from '../localized-text'
import type { Question } from './question'

/** Some questions of a quiz, drawn for each attempt. */
export type Pool = BankPool | VariantPool

/** Questions drawn from the bank. */
export type BankPool = {
  /** How many are drawn. */
  readonly count: number
  /** Questions of the bank that fit; at least `count`, also after earlier pools took theirs. */
  readonly candidates: readonly Question[]
}

/** Variants of one family. */
export type VariantPool = {
  readonly count: number
  /** Id of the family; its variants are called `family-v0`, `family-v1`… */
  readonly family: string
  /** How many variants there are. */
  readonly variants: number
  /** What each counts, where the quiz says it. */
  readonly points?: number
  readonly variant: (number: number) => Question
}

/** A quiz as its author wrote it, in the author's order. */
export type Quiz = {
  /** Also its slug: the file's name without extension. */
  readonly id: string
  /** Changes exactly when the content changes, that of its pools included; attempts store it. */
  readonly version: string
  readonly title: LocalizedText
  readonly description: LocalizedText
  /** Whole minutes; absent when untimed. */
  readonly timeLimitMinutes?: number
  readonly shuffle: { readonly questions: boolean; readonly options: boolean }
  /** Those that every attempt has. */
  readonly questions: readonly Question[]
  /** Those that are drawn, after the fixed ones where the order is not shuffled. */
  readonly pools: readonly Pool[]
}

/** How many questions an attempt has. */
export function questionCount(quiz: Quiz): number {
  return quiz.pools.reduce((sum, pool) => sum + pool.count, quiz.questions.length)
}
