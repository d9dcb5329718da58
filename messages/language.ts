/** The languages of the product, in the order screens list them. */
export const LANGUAGES = ['fr', 'en'] as const

export type Language = (typeof LANGUAGES)[number]

/** Cookie in which a visitor's choice of language is kept; read where an address names no language. */
export const LANGUAGE_COOKIE = 'quai-language'

/** Whether an address segment or cookie names one of the product's languages. */
export function isLanguage(value: string | undefined): value is Language {
  return LANGUAGES.some((language) => language === value)
}

/**
 * The language to open with when an address names none: the one chosen before, else the first of the browser's
 * preferences that the product speaks (RFC 9110 §12.5.4, weights respected), else English.
 */
export function preferredLanguage(cookie: string | undefined, acceptLanguage: string): Language {
  if (isLanguage(cookie)) {
    return cookie
  }
  const accepted = acceptLanguage
    .slice(0, 400)
    .split(',')
    .map(readPreference)
    .filter((preference) => preference.weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map((preference) => preference.language)
    .find(isLanguage)
  return accepted ?? 'en'
}

function readPreference(item: string): { readonly language: string; readonly weight: number } {
  const [tag = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase())
  const quality = parameters.find((parameter) => parameter.startsWith('q='))
  const weight = quality === undefined ? 1 : Number.parseFloat(quality.slice(2))
  return { language: tag.split('-')[0] ?? '', weight: Number.isNaN(weight) ? 0 : weight }
}
