/** Longest answer that is read. */
const ANSWER_MAX = 1_000

/** A text without case, accents and punctuation; words parted by one blank. Dots and slashes inside words stay. */
export function normalised(text: string): string {
  return text
    .slice(0, ANSWER_MAX)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}./:_-]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/^[.:/_-]+|[.:/_-]+$/g, ''))
    .filter((word) => word !== '')
    .join(' ')
}

/**
 * Does an answer hold what a pattern asks: all of its words, in any order? `a|b` is either word, `remov*` one that
 * begins so, `!not` one that must not be there. Time grows with the length of both.
 */
export function fitsSentence(answer: string, pattern: string): boolean {
  const words = normalised(answer).split(' ')
  return pattern
    .split(/\s+/)
    .filter((wanted) => wanted !== '')
    .every((wanted) => (wanted.startsWith('!') ? !hasWord(words, wanted.slice(1)) : hasWord(words, wanted)))
}

function hasWord(words: readonly string[], wanted: string): boolean {
  return wanted.split('|').some((choice) => {
    const isPrefix = choice.endsWith('*')
    const text = normalised(isPrefix ? choice.slice(0, -1) : choice)
    return text !== '' && words.some((word) => (isPrefix ? word.startsWith(text) : word === text))
  })
}
