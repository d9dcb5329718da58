import { z } from 'zod'
import { idSchema, localizedSchema } from '../localized-schema'
import {
  difficultySchema,
  plainQuestionSchema,
  pointsSchema,
  questionSchema,
  questionTypeSchema,
} from './question-schema'

const drawn = { count: z.int().min(1).max(100), points: pointsSchema.exactOptional() }

/** Questions that a quiz draws: from the bank, where what is left out may be anything, or variants of a family. */
const drawSchema = z.union(
  [
    z.strictObject({
      chapters: z.array(idSchema).min(1).max(40),
      difficulty: difficultySchema.exactOptional(),
      type: questionTypeSchema.exactOptional(),
      ...drawn,
    }),
    z.strictObject({ family: idSchema, ...drawn }),
  ],
  { error: 'needs `count`, and either `chapters` (with `difficulty` and `type`) or `family`' },
)

export type QuizDraw = z.infer<typeof drawSchema>

/** `content/quizzes/<id>.yaml`. */
export const quizSchema = z.strictObject({
  title: localizedSchema,
  description: localizedSchema,
  timeLimitMinutes: z.int().min(1).max(600).exactOptional(),
  shuffle: z.strictObject({
    questions: z.boolean().default(true),
    options: z.boolean().default(true),
  }),
  questions: z.array(questionSchema).max(200).default([]),
  draw: z.array(drawSchema).max(100).default([]),
})

/** `content/questions/<chapter>.yaml`: the chapter's part of the bank. */
export const bankSchema = z.strictObject({ questions: z.array(questionSchema).min(1).max(200) })

/** `content/chapters/<chapter>/check.yaml`: the chapter's own public questions. */
export const checkSchema = z.strictObject({
  questions: z.array(plainQuestionSchema).min(4, 'needs 4 to 8 questions').max(8, 'needs 4 to 8 questions'),
})
