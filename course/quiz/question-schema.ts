import { z } from 'zod'
import type { StartState } from '@/grader/exercise'
import type { LocalizedText } from '@/grader/localized-text'
import type {
  EngineQuestion,
  FillQuestion,
  OrderingQuestion,
  PlainQuestion,
  PredictQuestion,
  QuestionType,
} from '@/grader/quiz/question'
import { idSchema, localizedSchema } from '../localized-schema'
import { startSchema } from '../start-schema'

/** What a question counts in its quiz. */
export const pointsSchema = z.number().min(0.25).max(100)

export const difficultySchema = z.union([z.literal(1), z.literal(2), z.literal(3)])

const base = {
  id: idSchema,
  chapter: idSchema,
  objective: idSchema,
  difficulty: difficultySchema,
  points: pointsSchema.exactOptional(),
  prompt: localizedSchema,
}

const option = z.strictObject({
  id: idSchema,
  text: localizedSchema,
  correct: z.boolean().default(false),
  feedback: localizedSchema,
  misconception: idSchema.exactOptional(),
})

const choice = {
  ...base,
  options: z.array(option).min(3, 'needs at least 3 options').max(8),
  keepOrder: z.boolean().default(false),
}

const single = z.strictObject({ ...choice, type: z.literal('single') })

const multiple = z.strictObject({ ...choice, type: z.literal('multiple') })

const trueFalse = z.strictObject({
  ...base,
  type: z.literal('true-false'),
  answer: z.boolean(),
  feedback: z.strictObject({ true: localizedSchema, false: localizedSchema }),
  misconception: idSchema.exactOptional(),
})

const numeric = z.strictObject({
  ...base,
  type: z.literal('numeric'),
  answer: z.number(),
  tolerance: z.number().min(0).default(0),
  unit: localizedSchema.exactOptional(),
  feedback: z.strictObject({ right: localizedSchema, wrong: localizedSchema }),
  mistakes: z
    .array(
      z.strictObject({
        value: z.number(),
        feedback: localizedSchema,
        misconception: idSchema.exactOptional(),
      }),
    )
    .default([]),
})

const line = z.string().trim().min(1).max(500)

const accepted = z.array(z.string().trim().min(1).max(200)).min(1).max(20)

const rightOrWrong = z.strictObject({ right: localizedSchema, wrong: localizedSchema })

/** What the author says of a wrong answer. */
const wrong = { feedback: localizedSchema, misconception: idSchema.exactOptional() }

const acceptedText = {
  accepted,
  typos: z.union([z.literal(0), z.literal(1), z.literal(2)]).default(0),
  caseSensitive: z.boolean().default(false),
  mistakes: z
    .array(z.strictObject({ accepted, ...wrong }))
    .max(10)
    .default([]),
}

const text = z.strictObject({
  ...base,
  ...acceptedText,
  type: z.literal('text'),
  code: z.boolean().default(false),
  feedback: rightOrWrong,
})

const ordering = z.strictObject({
  ...base,
  type: z.literal('ordering'),
  items: z
    .array(z.strictObject({ id: idSchema, text: localizedSchema }))
    .min(3, 'needs at least 3 items')
    .max(8),
  feedback: rightOrWrong,
  mistakes: z
    .array(z.strictObject({ first: idSchema, second: idSchema, ...wrong }))
    .max(10)
    .default([]),
})

const matching = z.strictObject({
  ...base,
  type: z.literal('matching'),
  pairs: z
    .array(z.strictObject({ id: idSchema, text: localizedSchema, choice: idSchema, ...wrong }))
    .min(2, 'needs at least 2 pairs')
    .max(10),
  choices: z
    .array(z.strictObject({ id: idSchema, text: localizedSchema }))
    .min(2)
    .max(10),
  feedback: z.strictObject({ right: localizedSchema }),
})

const fill = z.strictObject({
  ...base,
  type: z.literal('fill'),
  /** Code is the same in both languages; a text has one in each. */
  body: z.union([z.string().trim().min(1).max(2000), localizedSchema]),
  blanks: z
    .array(z.strictObject({ ...acceptedText, id: idSchema, feedback: localizedSchema }))
    .min(1)
    .max(8),
  feedback: z.strictObject({ right: localizedSchema }),
})

const command = z.strictObject({
  ...base,
  type: z.literal('command'),
  start: startSchema,
  references: z.array(line).min(1).max(6),
  compare: z.enum(['effect', 'output']).default('effect'),
  feedback: rightOrWrong,
  mistakes: z
    .array(z.strictObject({ command: line, ...wrong }))
    .max(6)
    .default([]),
})

const predict = z.strictObject({
  ...base,
  type: z.literal('predict'),
  start: startSchema,
  lines: z.array(line).min(1).max(12),
  ask: z.enum(['exit-code', 'text', 'rows']),
  feedback: rightOrWrong,
  /** With `rows`, wrong rows to choose from; otherwise wrong answers foreseen. */
  mistakes: z
    .array(z.strictObject({ answer: z.string().trim().min(1).max(500), ...wrong }))
    .max(10)
    .default([]),
  /** Beliefs whose wrong engines give further wrong answers. */
  wrongEngines: z.array(idSchema).max(8).default([]),
})

const dockerfile = z.strictObject({
  ...base,
  type: z.literal('dockerfile'),
  files: z.record(z.string().min(1).max(200), z.string().max(20_000)).default({}),
  given: z.string().max(4000).default(''),
  reference: z.string().trim().min(1).max(4000),
  checks: z
    .array(z.strictObject({ id: idSchema, line, ...wrong }))
    .min(1)
    .max(8),
  feedback: rightOrWrong,
})

const plainTypes = [single, multiple, trueFalse, numeric, text, ordering, matching, fill, predict] as const

/** A question that is marked without the engine: what may be public. */
export const plainQuestionSchema = z.discriminatedUnion('type', plainTypes) satisfies z.ZodType<WrittenPlainQuestion>

export const questionSchema = z.discriminatedUnion('type', [
  ...plainTypes,
  command,
  dockerfile,
]) satisfies z.ZodType<WrittenQuestion>

/** A question as written in YAML: its texts still Markdown, and without what is computed when it is loaded. */
export type WrittenPlainQuestion =
  | Exclude<PlainQuestion, OrderingQuestion | FillQuestion | PredictQuestion>
  | Omit<OrderingQuestion, 'order'>
  | (Omit<FillQuestion, 'body' | 'code'> & { readonly body: string | LocalizedText })
  | (Omit<PredictQuestion, 'answer' | 'rows'> & {
      readonly start: StartState
      readonly wrongEngines: readonly string[]
    })

export type WrittenQuestion = WrittenPlainQuestion | EngineQuestion

export const questionTypeSchema = z.enum([
  'single',
  'multiple',
  'true-false',
  'numeric',
  'text',
  'ordering',
  'matching',
  'fill',
  'command',
  'predict',
  'dockerfile',
]) satisfies z.ZodType<QuestionType>
