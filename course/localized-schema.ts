import { z } from 'zod'
import type { LocalizedText } from '@/grader/localized-text'

/** Longest single text of a YAML file, in characters. */
const TEXT_MAX = 4000

const text = z.string().trim().min(1, 'must not be empty').max(TEXT_MAX)

/** The same thing said in both languages; neither may be missing. */
export const localizedSchema = z.strictObject({ fr: text, en: text }) satisfies z.ZodType<LocalizedText>

/** Ids of content: lower-case words joined by hyphens. */
export const idSchema = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, 'must be lower-case words joined by hyphens')

/** Where each localized text of some content stands, as `path` of its object. */
export type PlacedText = { readonly path: readonly PropertyKey[]; readonly text: LocalizedText }

/** Finds every localized text inside validated content, whatever its shape. */
export function localizedTexts(content: unknown, path: readonly PropertyKey[] = []): readonly PlacedText[] {
  if (isLocalized(content)) {
    return [{ path, text: content }]
  }
  if (typeof content !== 'object' || content === null) {
    return []
  }
  return Object.entries(content).flatMap(([key, value]) =>
    localizedTexts(value, [...path, Array.isArray(content) ? Number(key) : key]),
  )
}

function isLocalized(content: unknown): content is LocalizedText {
  return localizedSchema.safeParse(content).success
}

/** A text with something done to each language. */
export function mapLocalized(text: LocalizedText, change: (text: string) => string): LocalizedText {
  return { fr: change(text.fr), en: change(text.en) }
}
