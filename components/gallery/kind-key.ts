import type { QuestionType } from '@/grader/quiz/question'

const KINDS = {
  single: 'kindSingle',
  multiple: 'kindMultiple',
  'true-false': 'kindTrueFalse',
  numeric: 'kindNumeric',
  text: 'kindText',
  ordering: 'kindOrdering',
  matching: 'kindMatching',
  fill: 'kindFill',
  command: 'kindCommand',
  predict: 'kindPredict',
  dockerfile: 'kindDockerfile',
} as const satisfies Record<QuestionType, string>

/** The message that names a kind of question. */
export function kindKey(type: QuestionType): (typeof KINDS)[QuestionType] {
  return KINDS[type]
}
