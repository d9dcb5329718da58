/** Words with which what Docker and shells print begins, sentences though they be. */
const PRINTED =
  /^(?:Error|docker: |WARNING|OCI |Usage:|See '|Run '|Total |Cannot |Unable |Unable|permission denied|unknown |Deleted |(?:ba|z|da|a)?sh: )/

/** Longest remarks looked at, in rows, and paragraphs of them. */
const ROWS_MAX = 12
const PARAGRAPHS_MAX = 3

/**
 * The output without the last, the last two… paragraphs that may be the writer's own sentences below it, set off by a
 * blank row. Programs print such sentences too: only the comparison with what was predicted tells.
 */
export function withoutRemarks(observed: readonly string[]): readonly (readonly string[])[] {
  const outputs: (readonly string[])[] = []
  let row = observed.length - 1
  for (; row >= 0 && observed.length - row <= ROWS_MAX && outputs.length < PARAGRAPHS_MAX; row -= 1) {
    const text = observed[row] ?? ''
    if (!mayBeRemark(text)) break
    if (text !== '' || observed[row + 1] === '') continue
    const end = observed.slice(0, row).findLastIndex((line) => line !== '') + 1
    outputs.push(observed.slice(0, end))
  }
  return outputs
}

function mayBeRemark(row: string): boolean {
  if (row === '' || /^(?:#{1,6}|[-*•>]|\d{1,2}[.)]) \S/.test(row)) return true
  if (row.length > 400 || PRINTED.test(row) || /\S {2,}\S/.test(row) || !/^[\p{L}\d(«"]/u.test(row)) return false
  return row.includes(' ') && /^[\p{Lu}«("]|[à-öø-ÿœ]|[.:!?…]$/u.test(row)
}
