import { assertNever } from '@/engine/assert-never'
import type { LocalizedText } from '../localized-text'
import type { Difficulty, FillQuestion, PredictQuestion, Question } from './question'

type StudentBase = {
  readonly id: string
  readonly chapter: string
  readonly difficulty: Difficulty
  /** What it counts in its quiz; 1 when absent. */
  readonly points?: number
  readonly prompt: LocalizedText
}

export type StudentOption = { readonly id: string; readonly text: LocalizedText }

/** A piece of a text with blanks: plain text, or the blank with this id. */
export type FillSegment = { readonly text: string } | { readonly blank: string }

/** A question without anything that tells its key: what a student's browser may receive. */
export type StudentQuestion =
  | (StudentBase & { readonly type: 'single'; readonly options: readonly StudentOption[] })
  | (StudentBase & { readonly type: 'multiple'; readonly options: readonly StudentOption[] })
  | (StudentBase & { readonly type: 'true-false' })
  | (StudentBase & { readonly type: 'numeric'; readonly unit?: LocalizedText })
  | (StudentBase & { readonly type: 'text'; readonly code: boolean })
  | (StudentBase & { readonly type: 'ordering'; readonly items: readonly StudentOption[] })
  | (StudentBase & {
      readonly type: 'matching'
      readonly lines: readonly StudentOption[]
      /** Plain text. */
      readonly choices: readonly StudentOption[]
    })
  | (StudentBase & {
      readonly type: 'fill'
      readonly code: boolean
      readonly body: { readonly fr: readonly FillSegment[]; readonly en: readonly FillSegment[] }
    })
  | (StudentBase & { readonly type: 'command' })
  | (StudentBase & {
      readonly type: 'predict'
      readonly lines: readonly string[]
      readonly ask: PredictQuestion['ask']
      readonly rows: readonly { readonly id: string; readonly text: string }[]
    })
  | (StudentBase & {
      readonly type: 'dockerfile'
      readonly given: string
      readonly files: Readonly<Record<string, string>>
    })

/**
 * Strips key, feedback and misconceptions. Fields are picked one by one, so a
 * field added to `Question` later stays on the server until it is named here.
 */
export function toStudentQuestion(question: Question): StudentQuestion {
  const base: StudentBase = {
    id: question.id,
    chapter: question.chapter,
    difficulty: question.difficulty,
    ...(question.points === undefined ? {} : { points: question.points }),
    prompt: question.prompt,
  }
  switch (question.type) {
    case 'single':
      return { ...base, type: question.type, options: question.options.map(toStudentOption) }
    case 'multiple':
      return { ...base, type: question.type, options: question.options.map(toStudentOption) }
    case 'true-false':
    case 'command':
      return { ...base, type: question.type }
    case 'numeric':
      return question.unit === undefined
        ? { ...base, type: question.type }
        : { ...base, type: question.type, unit: question.unit }
    case 'text':
      return { ...base, type: question.type, code: question.code }
    case 'ordering':
      return { ...base, type: question.type, items: question.items.map(toStudentOption) }
    case 'matching':
      return {
        ...base,
        type: question.type,
        lines: question.pairs.map(toStudentOption),
        choices: question.choices.map(toStudentOption),
      }
    case 'fill':
      return {
        ...base,
        type: question.type,
        code: question.code,
        body: { fr: segmentsOf(question, 'fr'), en: segmentsOf(question, 'en') },
      }
    case 'predict':
      return {
        ...base,
        type: question.type,
        lines: question.lines,
        ask: question.ask,
        rows: question.rows.map(({ id, text }) => ({ id, text })),
      }
    case 'dockerfile':
      return { ...base, type: question.type, given: question.given, files: question.files }
    default:
      return assertNever(question)
  }
}

function toStudentOption(option: StudentOption): StudentOption {
  return { id: option.id, text: option.text }
}

/** The text around the blanks, in order; `{{id}}` of no blank stays as it is written. */
export function segmentsOf(
  { body, blanks }: Pick<FillQuestion, 'body' | 'blanks'>,
  language: 'fr' | 'en',
): readonly FillSegment[] {
  const segments: FillSegment[] = []
  let text = ''
  for (const part of body[language].split(/(\{\{[a-z0-9-]+\}\})/u)) {
    const id = part.slice(2, -2)
    if (part.startsWith('{{') && blanks.some((blank) => blank.id === id)) {
      segments.push(...(text === '' ? [] : [{ text }]), { blank: id })
      text = ''
    } else {
      text += part
    }
  }
  return text === '' ? segments : [...segments, { text }]
}
