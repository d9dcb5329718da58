import { assertNever } from '@/engine/assert-never'
import type { QuestionType } from './question'

/** What a student answered, as stored. "Not answered yet" is `null`, `[]` or blank text. */
export type Response =
  | { readonly type: 'single'; readonly choice: string | null }
  | { readonly type: 'multiple'; readonly choices: readonly string[] }
  | { readonly type: 'true-false'; readonly choice: boolean | null }
  | { readonly type: 'numeric' | 'text' | 'command' | 'dockerfile'; readonly text: string }
  | { readonly type: 'ordering'; readonly order: readonly string[] }
  /** Choice by line, and text by blank. */
  | { readonly type: 'matching'; readonly pairs: Readonly<Record<string, string>> }
  | { readonly type: 'fill'; readonly blanks: Readonly<Record<string, string>> }
  /** `rows` where rows are asked for, otherwise `text`. */
  | { readonly type: 'predict'; readonly text: string; readonly rows: readonly string[] }

/** The response of somebody who has not answered a question of this type. */
export function emptyResponse(type: QuestionType): Response {
  switch (type) {
    case 'single':
      return { type, choice: null }
    case 'multiple':
      return { type, choices: [] }
    case 'true-false':
      return { type, choice: null }
    case 'numeric':
    case 'text':
    case 'command':
    case 'dockerfile':
      return { type, text: '' }
    case 'ordering':
      return { type, order: [] }
    case 'matching':
      return { type, pairs: {} }
    case 'fill':
      return { type, blanks: {} }
    case 'predict':
      return { type, text: '', rows: [] }
    default:
      return assertNever(type)
  }
}

/** Whether anything was answered, right or wrong. */
export function isAnswered(response: Response): boolean {
  switch (response.type) {
    case 'single':
    case 'true-false':
      return response.choice !== null
    case 'multiple':
      return response.choices.length > 0
    case 'numeric':
    case 'text':
    case 'command':
    case 'dockerfile':
      return response.text.trim() !== ''
    case 'ordering':
      return response.order.length > 0
    case 'matching':
      return Object.values(response.pairs).some((choice) => choice !== '')
    case 'fill':
      return Object.values(response.blanks).some((text) => text.trim() !== '')
    case 'predict':
      return response.text.trim() !== '' || response.rows.length > 0
    default:
      return assertNever(response)
  }
}
