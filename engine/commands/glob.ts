/** Go's `path.Match`: `*` and `?` stop at a slash, `[a-c]` is a class, `\` takes the next character as it is. */
export function matchesGlob(pattern: string, text: string): boolean {
  const tokens = pattern.match(/\\.|\[\^?(?:\\.|[^\]])+\]|./gs) ?? []
  let positions = new Set([0])
  for (const token of tokens) {
    const next = new Set<number>()
    for (const position of positions) {
      if (token === '*') for (const end of untilSlash(text, position)) next.add(end)
      else if (position < text.length && matchesOne(token, text[position] ?? '')) next.add(position + 1)
    }
    positions = next
  }
  return positions.has(text.length)
}

function untilSlash(text: string, start: number): readonly number[] {
  const slash = text.indexOf('/', start)
  const end = slash === -1 ? text.length : slash
  return Array.from({ length: end - start + 1 }, (_, index) => start + index)
}

function matchesOne(token: string, character: string): boolean {
  if (token === '?') return character !== '/'
  if (token.startsWith('[') && token.length > 1) return matchesClass(token.slice(1, -1), character)
  return token.at(-1) === character
}

function matchesClass(body: string, character: string): boolean {
  const negated = body.startsWith('^')
  const ranges = (negated ? body.slice(1) : body).match(/(?:\\.|[^\\])-(?:\\.|[^\\])|\\.|./gs) ?? []
  const inside = ranges.some((range) => {
    const ends = range.replaceAll('\\', '')
    return ends.length === 3 && ends[1] === '-'
      ? character >= (ends[0] ?? '') && character <= (ends[2] ?? '')
      : ends === character
  })
  return inside !== negated
}
