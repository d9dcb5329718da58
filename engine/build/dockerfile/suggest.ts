/** Most changes between a word and what is suggested for it. */
const CHANGES_MAX = 2
/** Words longer than this are no slips of known ones. */
const WORD_MAX = 40

/** ` (did you mean RUN?)`, or nothing: the known word nearest to what was typed, in the same case. */
export function suggestion(typed: string, known: readonly string[]): string {
  const word = typed.toLowerCase()
  if (word.length > WORD_MAX || known.includes(word)) return ''
  let best = ''
  let least = CHANGES_MAX + 1
  for (const candidate of known) {
    const changes = distance(word, candidate)
    if (changes >= least) continue
    best = candidate
    least = changes
  }
  if (best === '') return ''
  const isUpper = typed !== word && typed === typed.toUpperCase()
  return ` (did you mean ${isUpper ? best.toUpperCase() : best}?)`
}

/** Levenshtein's distance. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, character] of [...one].entries()) {
    const next = [index + 1]
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + (character === other[column - 1] ? 0 : 1)
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? 0
}
