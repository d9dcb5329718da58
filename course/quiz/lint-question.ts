import { assertNever } from '@/engine/assert-never'
import { LANGUAGES } from '@/grader/localized-text'
import type { NumericQuestion, Option } from '@/grader/quiz/question'
import { lintAccepted, lintFill, lintMatching, lintOrdering, repeatedIds } from './lint-parts'
import type { WrittenQuestion } from './question-schema'

/** Something wrong with a question that its shape alone does not show. */
export type Lint = { readonly path: readonly PropertyKey[]; readonly message: string }

const ALL_OR_NONE =
  /\b(all|none|both) of the (above|answers)|toutes? les réponses|aucune (des|de ces) réponses|ci-dessus\b/iu

/** The rules that every question of every bank must keep. */
export function lintQuestion(question: WrittenQuestion): readonly Lint[] {
  switch (question.type) {
    case 'single':
      return [...countRight(question.options, 'exactly one'), ...lintOptions(question.options)]
    case 'multiple':
      return [...countRight(question.options, 'some'), ...lintOptions(question.options)]
    case 'true-false':
      return []
    case 'numeric':
      return lintNumeric(question)
    case 'text':
      return lintAccepted(question)
    case 'ordering':
      return lintOrdering(question)
    case 'matching':
      return lintMatching(question)
    case 'fill':
      return lintFill(question)
    case 'dockerfile':
      return repeatedIds(question.checks, ['checks'])
    case 'command':
    case 'predict':
      return []
    default:
      return assertNever(question)
  }
}

function countRight(options: readonly Option[], wanted: 'exactly one' | 'some'): readonly Lint[] {
  const right = options.filter((option) => option.correct).length
  if (wanted === 'exactly one' && right !== 1) {
    return [{ path: ['options'], message: `exactly one option must be correct, not ${right}` }]
  }
  if (wanted === 'some' && (right === 0 || right === options.length)) {
    return [{ path: ['options'], message: 'needs at least one correct and one wrong option' }]
  }
  return []
}

function lintOptions(options: readonly Option[]): readonly Lint[] {
  return options.flatMap((option, index): Lint[] => {
    const earlier = options.slice(0, index)
    const lints: Lint[] = []
    if (earlier.some((other) => other.id === option.id)) {
      lints.push({ path: ['options', index, 'id'], message: `the id ${option.id} is used twice` })
    }
    for (const language of LANGUAGES) {
      const text = option.text[language]
      const path = ['options', index, 'text', language]
      if (earlier.some((other) => other.text[language] === text)) {
        lints.push({ path, message: 'another option says the same' })
      }
      if (ALL_OR_NONE.test(text)) {
        lints.push({ path, message: 'an option must not speak about the other options' })
      }
    }
    if (option.correct && option.misconception !== undefined) {
      const path = ['options', index, 'misconception']
      lints.push({ path, message: 'a correct option shows no misconception' })
    }
    return lints
  })
}

function lintNumeric(question: NumericQuestion): readonly Lint[] {
  return question.mistakes.flatMap((mistake, index) => {
    const path = ['mistakes', index, 'value']
    if (Math.abs(mistake.value - question.answer) <= question.tolerance) {
      return [{ path, message: 'is within the tolerance of the answer' }]
    }
    return question.mistakes.findIndex((other) => other.value === mistake.value) < index
      ? [{ path, message: 'is listed twice' }]
      : []
  })
}
