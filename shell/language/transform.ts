import { matchesPattern, type Pattern } from './pattern'

const searchedMax = 5000

/** `${x#p} ${x##p} ${x%p} ${x%%p}`. */
export function removeAffix(value: string, operator: '#' | '##' | '%' | '%%', pattern: Pattern): string {
  const isPrefix = operator.startsWith('#')
  const lengths = Array.from({ length: Math.min(value.length, searchedMax) + 1 }, (_, index) => index)
  for (const length of operator.length === 2 ? lengths.toReversed() : lengths) {
    const cut = isPrefix ? value.slice(0, length) : value.slice(value.length - length)
    if (matchesPattern(pattern, cut)) return isPrefix ? value.slice(length) : value.slice(0, value.length - length)
  }
  return value
}

/** The end of the longest match that begins at `from`, or -1. */
function longestMatch(value: string, from: number, pattern: Pattern): number {
  for (let end = value.length; end >= from; end -= 1) if (matchesPattern(pattern, value.slice(from, end))) return end
  return -1
}

/** `${x/p/r}` the first, `//` every match, `/#` one at the start, `/%` one at the end. */
export function replaceMatches(
  value: string,
  operator: '/' | '//' | '/#' | '/%',
  pattern: Pattern,
  replacement: string,
): string {
  if (pattern.length === 0 && (value === '' || !/[#%]$/.test(operator))) return value
  const short = value.slice(0, 2000)
  if (operator === '/#') {
    const end = longestMatch(short, 0, pattern)
    return end < 0 ? value : replacement + value.slice(end)
  }
  if (operator === '/%') {
    for (let start = 0; start <= short.length; start += 1)
      if (matchesPattern(pattern, value.slice(start))) return value.slice(0, start) + replacement
    return value
  }
  let result = ''
  let index = 0
  while (index < short.length) {
    const end = longestMatch(short, index, pattern)
    if (end <= index) {
      result += short[index] ?? ''
      index += 1
      continue
    }
    result += replacement
    index = end
    if (operator === '/') break
  }
  if (value === '' && matchesPattern(pattern, '')) return replacement
  return result + value.slice(index)
}

/** `${x:offset:length}`; null where the length leads before the offset. */
export function cutText(value: string, offset: number, length: number | null): string | null {
  const chars = Array.from(value)
  const start = offset < 0 ? chars.length + offset : offset
  if (start < 0 || start > chars.length) return ''
  if (length === null) return chars.slice(start).join('')
  const end = length < 0 ? chars.length + length : start + length
  return end < start ? null : chars.slice(start, end).join('')
}

/** `${x^p} ${x^^p} ${x,p} ${x,,p}`; an empty pattern stands for any character. */
export function changeCase(value: string, operator: '^' | '^^' | ',' | ',,', pattern: Pattern): string {
  return Array.from(value, (char, index) => {
    if (index > 0 && operator.length === 1) return char
    if (pattern.length > 0 && !matchesPattern(pattern, char)) return char
    return operator.startsWith('^') ? char.toUpperCase() : char.toLowerCase()
  }).join('')
}

/** `${x@Q}`: as a word that the shell reads back. */
export function quoteForShell(value: string): string {
  return /[\n\t\u001b]/.test(value)
    ? `$'${value.replace(/[\\']/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\u001b', '\\E')}'`
    : `'${value.replaceAll("'", "'\\''")}'`
}
