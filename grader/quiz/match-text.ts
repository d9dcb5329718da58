import type { AcceptedText } from './question'

/** Longest answer that is compared at all; a longer one is wrong. */
const LONGEST_TEXT = 500

/** Shortest right answer in which a typo is forgiven: in a shorter one it would be another word. */
const SHORTEST_WITH_TYPO = 5

/**
 * An answer as it is compared: Unicode compatibility form, straight quotes and
 * hyphens, one space between words, no full stop at the end, small letters
 * unless capitals count.
 */
export function normaliseText(text: string, caseSensitive: boolean): string {
  const plain = text
    .normalize('NFKC')
    .replace(/[‘’ʼ]/gu, "'")
    .replace(/[“”«»]/gu, '"')
    .replace(/[‐‑–−]/gu, '-')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/(?<=\w)\.$/u, '')
  return caseSensitive ? plain : plain.toLowerCase()
}

/** Whether an answer is one of those accepted. Bounded: at most length × length steps for each of them. */
export function acceptsText(rule: AcceptedText, text: string): boolean {
  if (text.length > LONGEST_TEXT) {
    return false
  }
  const given = normaliseText(text, rule.caseSensitive)
  return rule.accepted.some((accepted) => {
    const wanted = normaliseText(accepted, rule.caseSensitive)
    if (wanted.includes('*')) {
      return fitsPattern(given, wanted)
    }
    return given === wanted || (wanted.length >= SHORTEST_WITH_TYPO && isWithinTypos(given, wanted, rule.typos))
  })
}

/**
 * Whether the whole text fits a pattern in which `*` stands for any text. Two
 * places move forward and fall back to the last star only, so no pattern can
 * make it explode: at most length of text × length of pattern steps.
 */
export function fitsPattern(text: string, pattern: string): boolean {
  let at = 0
  let place = 0
  let star = -1
  let resume = 0
  while (at < text.length) {
    if (pattern[place] === '*') {
      star = place
      resume = at
      place += 1
    } else if (pattern[place] === text[at]) {
      place += 1
      at += 1
    } else if (star >= 0) {
      resume += 1
      at = resume
      place = star + 1
    } else {
      return false
    }
  }
  return [...pattern.slice(place)].every((sign) => sign === '*')
}

/** Whether at most `typos` letters are wrong, missing, too many, or swapped with their neighbour. */
function isWithinTypos(given: string, wanted: string, typos: number): boolean {
  if (typos === 0 || Math.abs(given.length - wanted.length) > typos) {
    return false
  }
  let before: readonly number[] = []
  let above = Array.from({ length: wanted.length + 1 }, (_, index) => index)
  for (let row = 1; row <= given.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= wanted.length; column += 1) {
      const same = given[row - 1] === wanted[column - 1]
      const swapped = row > 1 && given[row - 1] === wanted[column - 2] && given[row - 2] === wanted[column - 1]
      current.push(
        Math.min(
          (above[column] ?? 0) + 1,
          (current[column - 1] ?? 0) + 1,
          (above[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      )
    }
    before = above
    above = current
  }
  return (above[wanted.length] ?? 0) <= typos
}
