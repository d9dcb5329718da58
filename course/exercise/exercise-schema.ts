import { z } from 'zod'
import type { Exercise } from '@/grader/exercise'
import { idSchema, localizedSchema } from '../localized-schema'
import { startSchema } from '../start-schema'
import { predicateSchema } from './predicate-schema'
import { questionSchema } from './question-schema'

const line = z.string().trim().min(1).max(1000)
const script = z.string().trim().min(1).max(20_000)

const goal = z.strictObject({
  id: idSchema,
  title: localizedSchema,
  points: z.number().positive().max(100),
  after: z.array(idSchema).default([]),
  check: predicateSchema,
  hints: z
    .array(
      z.strictObject({
        kind: z.enum(['concept', 'command', 'flags']),
        text: localizedSchema,
        cost: z.number().min(0).max(1),
      }),
    )
    .max(3)
    .default([]),
  chapter: z
    .string()
    .regex(/^\d\d-[a-z0-9-]+(#[a-z0-9-]+)?$/u, 'must be chapter or chapter#section')
    .nullable()
    .default(null),
})

const fileTexts = z.record(line, z.string().max(100_000))
const answerTexts = z.record(idSchema, z.string().max(1000))

const transcript = z.strictObject({
  name: line,
  script,
  files: fileTexts.exactOptional(),
  answers: answerTexts.exactOptional(),
  loses: z.array(idSchema).default([]),
})

/** `content/exercises/<slug>/exercise.yaml`, its slug added from the folder's name. */
export const exerciseSchema = z.strictObject({
  slug: idSchema,
  version: z.string().regex(/^\d+(\.\d+)*$/u, 'must be a version such as "1"'),
  title: localizedSchema,
  statement: localizedSchema,
  chapter: idSchema,
  minutes: z.int().min(1).max(240),
  parameters: z
    .array(
      z.strictObject({
        name: idSchema,
        values: z.array(z.union([line, z.number()])).min(1),
        default: z.int().min(0),
      }),
    )
    .default([]),
  start: startSchema,
  files: z
    .array(
      z.strictObject({
        name: line.regex(/^[\w.][\w./-]*$/u, 'must be a path below the home folder'),
        language: z.enum(['dockerfile', 'dockerignore', 'html', 'shell', 'text']),
        initial: z.string().max(20_000).default(''),
      }),
    )
    .max(6)
    .default([]),
  questions: z.array(questionSchema).max(8).default([]),
  goals: z.array(goal).min(1).max(20),
  reference: script,
  referenceFiles: fileTexts.default({}),
  referenceAnswers: answerTexts.default({}),
  accepted: z.array(transcript).default([]),
  nearMisses: z.array(transcript).default([]),
}) satisfies z.ZodType<Exercise>
