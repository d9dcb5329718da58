/**
 * Whether a name filter lets a name through. Docker takes regular expressions here; of those only what people type is
 * read: anchors, `.`, `.*` and `\`-escapes. Anything else counts as ordinary characters.
 */
export function matchesName(pattern: string, name: string): boolean {
  const atStart = pattern.startsWith('^')
  const atEnd = pattern.endsWith('$')
  const body = pattern.slice(atStart ? 1 : 0, atEnd ? -1 : undefined)
  const tokens = body.match(/\\.|\.\*|./gs) ?? []
  const starts = atStart ? [0] : Array.from({ length: name.length + 1 }, (_, index) => index)
  return starts.some((start) => matchesAt(tokens, name, start, atEnd))
}

/** Keeps every position the tokens read so far may have ended at. */
function matchesAt(tokens: readonly string[], name: string, start: number, atEnd: boolean): boolean {
  let positions = new Set([start])
  for (const token of tokens) {
    const next = new Set<number>()
    for (const position of positions) {
      if (token === '.*') for (let end = position; end <= name.length; end += 1) next.add(end)
      else if (position < name.length && (token === '.' || name[position] === token.at(-1))) next.add(position + 1)
    }
    positions = next
  }
  return atEnd ? positions.has(name.length) : positions.size > 0
}
