import type { Language } from '@/grader/localized-text'

const SPACES = '\u00A0\u202F'

type Rule = { readonly pattern: RegExp; readonly message: string }

const FRENCH: readonly Rule[] = [
  { pattern: /["“”]/u, message: 'French quotation marks are « »' },
  { pattern: /'/u, message: 'write the apostrophe ’' },
  {
    pattern: new RegExp(`(?<![${SPACES}!?…])[;!?](?=[\\s${SPACES})»!?]|$)`, 'u'),
    message: 'a narrow no-break space belongs before ; ! ?',
  },
  {
    pattern: new RegExp(`(?<![${SPACES}]):(?=\\s|$)`, 'u'),
    message: 'a no-break space belongs before a colon',
  },
  { pattern: new RegExp(`«(?![${SPACES}])`, 'u'), message: 'a no-break space belongs after «' },
  { pattern: new RegExp(`(?<![${SPACES}])»`, 'u'), message: 'a no-break space belongs before »' },
  { pattern: /\.\.\./u, message: 'write the ellipsis …' },
]

const ENGLISH: readonly Rule[] = [
  { pattern: /"/u, message: 'write quotation marks as “ ”' },
  { pattern: /'/u, message: 'write the apostrophe ’' },
  { pattern: new RegExp(`[\\s${SPACES}][;:!?](?=\\s|$)`, 'u'), message: 'no space before ; : ! ?' },
  { pattern: /\.\.\./u, message: 'write the ellipsis …' },
]

/**
 * What a typesetter of the language would correct in a text without code.
 * Each rule is reported once a text, with the words around the place.
 */
export function typographyFaults(text: string, language: Language): readonly string[] {
  const rules = language === 'fr' ? FRENCH : ENGLISH
  return rules.flatMap((rule) => {
    const found = rule.pattern.exec(text)
    return found === null ? [] : [`${rule.message} (“${around(text, found.index)}”)`]
  })
}

function around(text: string, index: number): string {
  return text
    .slice(Math.max(0, index - 15), index + 10)
    .replace(/\s+/gu, ' ')
    .trim()
}
