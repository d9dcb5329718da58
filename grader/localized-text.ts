/** The two languages of the product. */
export type Language = 'fr' | 'en'

/** Every language of the product, in the order screens list them. */
export const LANGUAGES: readonly Language[] = ['fr', 'en']

/** One thing said in both languages. */
export type LocalizedText = Readonly<Record<Language, string>>
