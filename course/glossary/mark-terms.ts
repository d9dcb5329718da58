import type { Language } from '@/grader/localized-text'
import type { ChapterBlock } from '../chapter/chapter-document'
import type { GlossaryTerm } from './glossary-schema'

/** A chapter whose words are explained in place, and the terms it explains. */
export type MarkedChapter = {
  readonly blocks: readonly ChapterBlock[]
  readonly terms: readonly GlossaryTerm[]
}

/** The element that holds a term's explanation on a page. */
export function termElementId(term: GlossaryTerm): string {
  return `term-${term.id}`
}

/**
 * Makes the first occurrence of each term of the glossary in a chapter's prose a button that shows its explanation; the
 * browser itself opens and closes it (`popovertarget`). Headings, links, code and examples are left as they are.
 */
export function markTerms(
  blocks: readonly ChapterBlock[],
  terms: readonly GlossaryTerm[],
  language: Language,
): MarkedChapter {
  const forms = new Map(
    terms.flatMap((term) => [term.term[language], ...term.aliases[language]].map((form) => [key(form), term] as const)),
  )
  // The longest form first: “image layer” is not the layer of an image.
  const longest = [...forms.keys()].sort((one, other) => other.length - one.length)
  if (longest.length === 0) {
    return { blocks, terms: [] }
  }
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}_-])(?:${longest.map(escaped).join('|')})(?![\\p{L}\\p{N}_-])`, 'giu')
  const marked = new Set<GlossaryTerm>()
  const markText = (text: string) =>
    text.replace(pattern, (word) => {
      const term = forms.get(key(word))
      if (term === undefined || marked.has(term)) {
        return word
      }
      marked.add(term)
      return `<button type="button" class="term" popovertarget="${termElementId(term)}">${word}</button>`
    })
  const markBlock = (block: ChapterBlock): ChapterBlock => {
    switch (block.kind) {
      case 'prose':
        return { ...block, html: markHtml(block.html, markText) }
      case 'callout':
        return { ...block, blocks: block.blocks.map(markBlock) }
      default:
        return block
    }
  }
  const done = blocks.map(markBlock)
  return { blocks: done, terms: terms.filter((term) => marked.has(term)) }
}

function key(form: string): string {
  return form.toLowerCase()
}

function escaped(form: string): string {
  return form.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')
}

/** Elements whose text is no prose. */
const CLOSED = /^(?:a|code|pre|button|th|h[1-6])$/u

/** Applies `mark` to the text of HTML that our own renderer wrote, outside of the closed elements. */
function markHtml(html: string, mark: (text: string) => string): string {
  let closed = 0
  return html.replace(/<(\/?)([a-z][a-z0-9]*)[^<>]*>|[^<]+/giu, (piece, slash?: string, name?: string) => {
    if (name === undefined) {
      return closed === 0 ? mark(piece) : piece
    }
    if (CLOSED.test(name.toLowerCase())) {
      closed += slash === '/' ? -1 : 1
    }
    return piece
  })
}
