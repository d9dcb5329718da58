import { describe, expect, it } from 'vitest'
import { preferredLanguage } from './language'

describe('preferredLanguage', () => {
  it.each([
    ['the choice made before wins', 'fr', 'en-GB,en;q=0.9', 'fr'],
    ["the browser's first preference counts", undefined, 'fr-CH, fr;q=0.9, en;q=0.8', 'fr'],
    ['weights count, not the order', undefined, 'fr;q=0.2, en;q=0.9', 'en'],
    ['a language the product lacks is passed over', undefined, 'de-DE, de;q=0.9, fr;q=0.4', 'fr'],
    ['a language refused by q=0 is not taken', undefined, 'fr;q=0, en;q=0.1', 'en'],
    ['an unknown cookie is ignored', 'xx', 'fr', 'fr'],
    ['nothing known gives English', undefined, '*', 'en'],
  ] as const)('%s', (_name, cookie, header, expected) => {
    expect(preferredLanguage(cookie, header)).toBe(expected)
  })
})
