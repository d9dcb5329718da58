import { z } from 'zod'
import type { LocalizedText } from '@/grader/localized-text'
import { idSchema, localizedSchema } from './localized-schema'

/** A chapter's place in the course, whether or not its text has been written. */
type OutlineEntry = {
  /** Also the name of its folder: `11-stop-start-kill`. */
  readonly id: string
  readonly title: LocalizedText
}

/** `content/course.yaml`. */
export type Outline = {
  readonly title: LocalizedText
  readonly chapters: readonly OutlineEntry[]
}

const chapterId = idSchema.regex(/^\d\d-/u, 'must begin with its two-digit number')

export const outlineSchema = z.strictObject({
  title: localizedSchema,
  chapters: z.array(z.strictObject({ id: chapterId, title: localizedSchema })).min(1),
}) satisfies z.ZodType<Outline>

/** `content/misconceptions.yaml`: beliefs that wrong answers reveal, told as the student would say them. */
export const misconceptionsSchema = z.record(idSchema, localizedSchema)

/** By id; HTML once loaded. */
export type Misconceptions = Readonly<Record<string, LocalizedText>>
