import { describe, expect, it } from 'vitest'
import { excerpt } from './excerpt'
import { buildSearchIndex, openSearchIndex, type SearchDocument } from './search-index'

const DOCUMENTS: readonly SearchDocument[] = [
  {
    id: '25-networks#names',
    href: '/fr/chapters/25-networks#des-noms',
    chapterTitle: 'Réseaux et noms',
    title: 'Des noms',
    text: 'Sur un réseau à soi, les conteneurs se trouvent par leur nom.',
  },
  {
    id: '13-ports#publish',
    href: '/fr/chapters/13-ports#publier',
    chapterTitle: 'Les ports',
    title: 'Publier un port',
    text: 'L’option -p relie un port de l’hôte à un port du conteneur : 8080:80.',
  },
  {
    id: '24-volumes#kinds',
    href: '/fr/chapters/24-volumes#especes',
    chapterTitle: 'Volumes et montages',
    title: 'Trois espèces',
    text: 'Un volume nommé survit au conteneur. Le port n’y change rien.',
  },
]
const search = openSearchIndex(buildSearchIndex(DOCUMENTS))
const ids = (query: string) => search(query).map((hit) => hit.id)

describe('the search', () => {
  it.each([
    ['reseau', ['25-networks#names']],
    ['RÉSEAUX', ['25-networks#names']],
    ['volme', ['24-volumes#kinds']],
    ['conteneru', ['25-networks#names', '13-ports#publish', '24-volumes#kinds']],
    ['8080', ['13-ports#publish']],
    ['hôte port', ['13-ports#publish']],
    ['kubernetes', []],
    ['', []],
  ])('for %s finds %j', (query, expected) => {
    expect(new Set(ids(query))).toEqual(new Set(expected))
  })

  it('puts a title before a mention', () => {
    expect(ids('port')).toEqual(['13-ports#publish', '24-volumes#kinds'])
  })

  it('gives all that a result shows', () => {
    const [hit] = search('espèces')
    const { id, ...shown } = DOCUMENTS[2] ?? { id: '' }
    expect(hit).toEqual({ id, ...shown, terms: ['especes'] })
  })
})

describe('an excerpt', () => {
  it('tells found words apart whatever their accents', () => {
    expect(excerpt('Sur un réseau à soi.', ['reseau'])).toEqual([
      { text: 'Sur un ', found: false },
      { text: 'réseau', found: true },
      { text: ' à soi.', found: false },
    ])
  })

  it('begins near the first found word of a long text, at a word', () => {
    const text = `${'mot '.repeat(100)}cherché ${'mot '.repeat(100)}`
    const parts = excerpt(text, ['cherche'])
    expect(parts[0]).toEqual({ text: '… ', found: false })
    expect(parts.map((part) => part.text).join('')).toMatch(/^… mot .*cherché mot .* …$/)
    expect(parts.filter((part) => part.found)).toEqual([{ text: 'cherché', found: true }])
  })

  it('of a text without the word is its beginning', () => {
    expect(excerpt('Une phrase.', ['absent'])).toEqual([{ text: 'Une phrase.', found: false }])
  })
})
