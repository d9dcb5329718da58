import { fold } from './search-index'

/** A piece of an excerpt: found words apart from the rest. */
export interface ExcerptPart {
  readonly text: string
  readonly found: boolean
}

const BEFORE = 60
const LENGTH = 220

/** The text around the first found word, with every found word told apart. */
export function excerpt(text: string, terms: readonly string[]): readonly ExcerptPart[] {
  const words = [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:[._][\p{L}\p{M}\p{N}]+)*/gu)]
  const isFound = (word: string) => terms.includes(fold(word))
  const first = words.find(([word]) => isFound(word))?.index ?? 0
  const start = wordStart(text, Math.max(first - BEFORE, 0))
  const end = wordEnd(text, start + LENGTH)
  const parts: ExcerptPart[] = []
  let at = start
  for (const { 0: word, index } of words) {
    if (index >= start && index + word.length <= end && isFound(word)) {
      parts.push({ text: text.slice(at, index), found: false }, { text: word, found: true })
      at = index + word.length
    }
  }
  parts.push({ text: text.slice(at, end), found: false })
  const open = start > 0 ? [{ text: '… ', found: false }] : []
  const close = end < text.length ? [{ text: ' …', found: false }] : []
  return [...open, ...parts.filter((part) => part.text !== ''), ...close]
}

function wordEnd(text: string, at: number): number {
  return at >= text.length ? text.length : Math.max(text.lastIndexOf(' ', at), 0) || at
}

function wordStart(text: string, at: number): number {
  const space = at === 0 ? 0 : text.indexOf(' ', at)
  return space < 0 ? at : at === 0 ? 0 : space + 1
}
