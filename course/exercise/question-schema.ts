import { z } from 'zod'
import type { ComputedKey, ExerciseQuestion } from '@/grader/question/exercise-question'
import { idSchema, localizedSchema } from '../localized-schema'
import { drawnSchema, subjectShape, subjectsIn } from './pattern-schema'

const key = z
  .strictObject({
    value: z.enum([
      'name',
      'id',
      'status',
      'exitCode',
      'hostname',
      'address',
      'hostPort',
      'restarts',
      'layers',
      'steps',
      'subnet',
      'gateway',
      'count',
    ]),
    ...subjectShape,
  })
  .refine((subject) => subjectsIn(subject) === 1, {
    message: 'must name one of container, image, volume, network',
  }) satisfies z.ZodType<ComputedKey>

const base = {
  id: idSchema,
  prompt: localizedSchema,
  feedback: z.strictObject({ right: localizedSchema, wrong: localizedSchema }),
}

/** A question inside an exercise. */
export const questionSchema = z.discriminatedUnion('type', [
  z
    .strictObject({
      ...base,
      type: z.literal('number'),
      answer: drawnSchema.exactOptional(),
      key: key.exactOptional(),
      tolerance: z.number().min(0).default(0),
      unit: localizedSchema.exactOptional(),
    })
    .refine((question) => (question.answer === undefined) !== (question.key === undefined), {
      message: 'needs either an answer or a key',
    }),
  z
    .strictObject({
      ...base,
      type: z.literal('choice'),
      options: z
        .array(z.strictObject({ id: idSchema, text: localizedSchema, correct: z.boolean().default(false) }))
        .min(3)
        .max(8),
    })
    .refine((question) => question.options.filter((option) => option.correct).length === 1, {
      message: 'needs exactly one correct option',
    }),
  z
    .strictObject({
      ...base,
      type: z.literal('sentence'),
      accept: z.array(z.string().trim().min(1).max(300)).max(20).default([]),
      key: key.exactOptional(),
    })
    .refine((question) => question.accept.length > 0 || question.key !== undefined, {
      message: 'needs something to accept, or a key',
    }),
]) satisfies z.ZodType<ExerciseQuestion>
