import { describe, expect, it } from 'vitest'
import { typographyFaults } from './typography'

const NB = '\u00A0'
const NNB = '\u202F'

describe('French', () => {
  const french = (text: string) => typographyFaults(text, 'fr')

  it('accepts what a typesetter would', () => {
    const text = `«${NB}Arrêté${NB}» à 12:30${NNB}; le port 8080:80, vraiment${NNB}? Oui${NNB}!${NB}Voici${NB}: l’hôte…`
    expect(french(text)).toEqual([])
    expect(french(`Quoi${NNB}?!`)).toEqual([])
    expect(french(`(pourquoi${NNB}?)`)).toEqual([])
  })

  it('wants a no-break space before double punctuation, not a plain one and not none', () => {
    for (const text of ['Vraiment ?', 'Vraiment?', 'Ainsi ; donc', 'Ainsi; donc', 'Non !', 'Oui!']) {
      expect(french(text)).toEqual([expect.stringContaining('a narrow no-break space belongs before ; ! ?')])
    }
    for (const text of ['Voici : un', 'Voici: un', 'Voici:']) {
      expect(french(text)).toEqual([expect.stringContaining('a no-break space belongs before a colon')])
    }
  })

  it('wants « » with their spaces, ’ and …', () => {
    expect(french('le "port"')).toEqual(['French quotation marks are « » (“le "port"”)'])
    expect(french('«port»')).toHaveLength(2)
    expect(french('« port »')).toHaveLength(2)
    expect(french("l'hôte")).toEqual(["write the apostrophe ’ (“l'hôte”)"])
    expect(french('et...')).toEqual(['write the ellipsis … (“et...”)'])
  })
})

describe('English', () => {
  const english = (text: string) => typographyFaults(text, 'en')

  it('wants curly quotation marks and apostrophes, and no space before punctuation', () => {
    expect(english('the container’s “end”: why?')).toEqual([])
    expect(english('the "end"')).toEqual(['write quotation marks as “ ” (“the "end"”)'])
    expect(english("it's")).toEqual(["write the apostrophe ’ (“it's”)"])
    expect(english('why ?')).toEqual(['no space before ; : ! ? (“why ?”)'])
  })
})
