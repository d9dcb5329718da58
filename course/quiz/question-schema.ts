import { z } from 'zod'
import type { Question } from '@/grader/quiz/question'
import { idSchema, localizedSchema } from '../localized-schema'

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

export const questionTypeSchema = z.enum(['single', 'multiple', 'true-false', 'numeric'])

/** A question as written in YAML, its texts still Markdown. */
export const questionSchema = z.discriminatedUnion('type', [
  single,
  multiple,
  trueFalse,
  numeric,
]) satisfies z.ZodType<Question>
