import type { Fault } from '../source/fault'
import { faultAt, type YamlSource } from '../source/read-yaml'
import type { WrittenQuestion } from './question-schema'

/** A question where it stands in its file. */
export type PlacedQuestion = { readonly source: YamlSource; readonly index: number; readonly question: WrittenQuestion }

export function placedQuestions(source: YamlSource, questions: readonly WrittenQuestion[]): readonly PlacedQuestion[] {
  return questions.map((question, index) => ({ source, index, question }))
}

/** Ids of questions are unique over the whole course: answers, statistics and “seen before” go by them. */
export function repeatedIdFaults(placed: readonly PlacedQuestion[]): readonly Fault[] {
  const first = new Map<string, PlacedQuestion>()
  return placed.flatMap((one) => {
    const { source, index, question } = one
    const earlier = first.get(question.id)
    if (earlier === undefined) {
      first.set(question.id, one)
      return []
    }
    const where = earlier.source.file === source.file ? 'twice' : `in ${earlier.source.file} too`
    return [faultAt(source, ['questions', index, 'id'], `the id ${question.id} is used ${where}`)]
  })
}
