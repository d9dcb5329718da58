import { assertNever } from '@/engine/assert-never'
import type { LocalizedText } from '../localized-text'
import type { Difficulty, Question } from './question'

type StudentBase = {
  readonly id: string
  readonly chapter: string
  readonly difficulty: Difficulty
  readonly prompt: LocalizedText
}

export type StudentOption = { readonly id: string; readonly text: LocalizedText }

/** A question without anything that tells its key: what a student's browser may receive. */
export type StudentQuestion =
  | (StudentBase & { readonly type: 'single'; readonly options: readonly StudentOption[] })
  | (StudentBase & { readonly type: 'multiple'; readonly options: readonly StudentOption[] })
  | (StudentBase & { readonly type: 'true-false' })
  | (StudentBase & { readonly type: 'numeric'; readonly unit?: LocalizedText })

/**
 * Strips key, feedback and misconceptions. Fields are picked one by one, so a
 * field added to `Question` later stays on the server until it is named here.
 */
export function toStudentQuestion(question: Question): StudentQuestion {
  const base: StudentBase = {
    id: question.id,
    chapter: question.chapter,
    difficulty: question.difficulty,
    prompt: question.prompt,
  }
  switch (question.type) {
    case 'single':
      return { ...base, type: question.type, options: question.options.map(toStudentOption) }
    case 'multiple':
      return { ...base, type: question.type, options: question.options.map(toStudentOption) }
    case 'true-false':
      return { ...base, type: question.type }
    case 'numeric':
      return question.unit === undefined
        ? { ...base, type: question.type }
        : { ...base, type: question.type, unit: question.unit }
    default:
      return assertNever(question)
  }
}

function toStudentOption(option: StudentOption): StudentOption {
  return { id: option.id, text: option.text }
}
