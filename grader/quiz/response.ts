import { assertNever } from '@/engine/assert-never'
import type { QuestionType } from './question'

/** What a student answered, as stored. "Not answered yet" is `null`, `[]` or blank text. */
export type Response =
  | { readonly type: 'single'; readonly choice: string | null }
  | { readonly type: 'multiple'; readonly choices: readonly string[] }
  | { readonly type: 'true-false'; readonly choice: boolean | null }
  | { readonly type: 'numeric'; readonly text: string }

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
      return { type, text: '' }
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
      return response.text.trim() !== ''
    default:
      return assertNever(response)
  }
}
