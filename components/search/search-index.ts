import MiniSearch, { type Options } from 'minisearch'

/** A section of a chapter, as it is searched. */
export interface SearchDocument {
  /** `13-ports#own-network`, unique in a language. */
  readonly id: string
  readonly href: string
  readonly chapterTitle: string
  /** The section's; empty for what stands before the first one. */
  readonly title: string
  readonly text: string
}

export interface SearchHit extends Omit<SearchDocument, 'id'> {
  readonly id: string
  /** Words of the text that matched, folded. */
  readonly terms: readonly string[]
}

const HITS_MAX = 30
/** Shorter words must be spelled right: too many others are one letter away. */
const FUZZY_FROM = 4
/** Of a word's length, rounded: one letter in four and five, two from six on, so that two swapped ones are found. */
const FUZZINESS = 0.25

/** Lower case without accents, so that “reseau” finds « réseau ». */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** Words and names such as `app.py`; French elisions come apart. */
function tokenize(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:[._][\p{L}\p{M}\p{N}]+)*/gu) ?? []
}

/** The same when the index is built and when it is read: MiniSearch keeps no functions in it. */
const OPTIONS: Options<SearchDocument> = {
  fields: ['title', 'chapterTitle', 'text'],
  storeFields: ['href', 'chapterTitle', 'title', 'text'],
  tokenize,
  processTerm: (term) => (term.length > 1 || /\d/u.test(term) ? fold(term) : null),
  searchOptions: {
    boost: { title: 4, chapterTitle: 2 },
    prefix: (term) => term.length > 2,
    fuzzy: (term) => (term.length >= FUZZY_FROM ? FUZZINESS : false),
    combineWith: 'AND',
  },
}

/** The index of one language, as it is sent to browsers. */
export function buildSearchIndex(documents: readonly SearchDocument[]): string {
  const index = new MiniSearch(OPTIONS)
  index.addAll(documents)
  return JSON.stringify(index)
}

export type Search = (query: string) => readonly SearchHit[]

/** Reads an index; the best hits come first. */
export function openSearchIndex(json: string): Search {
  const index = MiniSearch.loadJSON<SearchDocument>(json, OPTIONS)
  return (query) =>
    index
      .search(query)
      .slice(0, HITS_MAX)
      .map((hit) => ({
        id: String(hit.id),
        href: String(hit.href),
        chapterTitle: String(hit.chapterTitle),
        title: String(hit.title),
        text: String(hit.text),
        terms: hit.terms,
      }))
}
