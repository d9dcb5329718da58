import type { Row } from './screen-row'

/** What the words of a paste say of a typed line that fills the window, and the row after it. */
export interface WordsAcross {
  /** Only both together are a word that stands elsewhere. */
  readonly isBroken: (text: string, next: string) => boolean
  /** The line's last word stands elsewhere, and not with what begins the next row. */
  readonly isWhole: (text: string, next: string) => boolean
}

/** Shorter words stand anywhere. */
const WORD_MIN = 2

const SEPARATORS = /[\s'"]+/

export function wordsIn(rows: readonly Row[]): WordsAcross {
  let counts: Map<string, number> | null = null
  const count = (word: string): number => {
    counts ??= countWords(rows)
    return counts.get(word) ?? 0
  }
  return {
    isBroken: (text, next) => {
      const [last, first] = wordsAt(text, next)
      return last !== '' && first !== '' && count(last) <= 1 && count(last + first) > 0
    },
    isWhole: (text, next) => {
      const [last, first] = wordsAt(text, next)
      return last.length >= WORD_MIN && count(last) > 1 && count(last + first) === 0
    },
  }
}

function countWords(rows: readonly Row[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { text } of rows) for (const word of text.split(SEPARATORS)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

/** The last word of a row and the first of the next, where the next one begins with a word. */
function wordsAt(text: string, next: string): readonly [string, string] {
  return [text.slice(-80).split(SEPARATORS).at(-1) ?? '', next.slice(0, 80).split(SEPARATORS)[0] ?? '']
}
