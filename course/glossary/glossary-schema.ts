import { z } from 'zod'
import type { LocalizedText } from '@/grader/localized-text'
import { idSchema, localizedSchema } from '../localized-schema'

/** A word of the course, explained in one to three sentences. */
export type GlossaryTerm = {
  /** Also its anchor on the glossary page. */
  readonly id: string
  readonly term: LocalizedText
  /** Other forms under which chapters use the word (plurals, Docker’s own spelling), by language. */
  readonly aliases: { readonly fr: readonly string[]; readonly en: readonly string[] }
  /** Markdown in the file; HTML once loaded. */
  readonly definition: LocalizedText
  /** The chapter that explains it. */
  readonly chapter: string
}

const forms = z.array(z.string().trim().min(1).max(60)).max(12)

/** `content/glossary.yaml`. */
export const glossarySchema = z.strictObject({
  terms: z.array(
    z.strictObject({
      id: idSchema,
      term: localizedSchema,
      aliases: z.strictObject({ fr: forms, en: forms }).default({ fr: [], en: [] }),
      definition: localizedSchema,
      chapter: idSchema,
    }),
  ),
}) satisfies z.ZodType<{ readonly terms: readonly GlossaryTerm[] }>
