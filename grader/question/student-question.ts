import { assertNever } from '@/engine/assert-never'
import type { LocalizedText } from '../localized-text'
import type { ExerciseQuestion } from './exercise-question'

/** A question inside an exercise without anything that tells its key: what a browser may receive. */
export type StudentExerciseQuestion =
  | { readonly id: string; readonly prompt: LocalizedText; readonly type: 'number'; readonly unit?: LocalizedText }
  | {
      readonly id: string
      readonly prompt: LocalizedText
      readonly type: 'choice'
      readonly options: readonly { readonly id: string; readonly text: LocalizedText }[]
    }
  | { readonly id: string; readonly prompt: LocalizedText; readonly type: 'sentence' }

/** Picks the fields one by one, so that one added later stays on the server until it is named here. */
export function toStudentExerciseQuestion(question: ExerciseQuestion): StudentExerciseQuestion {
  const { id, prompt } = question
  switch (question.type) {
    case 'number':
      return question.unit === undefined
        ? { id, prompt, type: question.type }
        : { id, prompt, type: question.type, unit: question.unit }
    case 'choice':
      return {
        id,
        prompt,
        type: question.type,
        options: question.options.map(({ id: option, text }) => ({ id: option, text })),
      }
    case 'sentence':
      return { id, prompt, type: question.type }
    default:
      return assertNever(question)
  }
}
