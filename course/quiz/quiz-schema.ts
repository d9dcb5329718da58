import { z } from 'zod'
import { localizedSchema } from '../localized-schema'
import { questionSchema } from './question-schema'

/** `content/quizzes/<id>.yaml`. */
export const quizSchema = z.strictObject({
  title: localizedSchema,
  description: localizedSchema,
  timeLimitMinutes: z.int().min(1).max(600).exactOptional(),
  shuffle: z.strictObject({
    questions: z.boolean().default(true),
    options: z.boolean().default(true),
  }),
  questions: z.array(questionSchema).min(1).max(200),
})

/** `content/chapters/<chapter>/check.yaml`: the chapter's own public questions. */
export const checkSchema = z.strictObject({
  questions: z.array(questionSchema).min(4, 'needs 4 to 8 questions').max(8, 'needs 4 to 8 questions'),
})
