/** A last line shorter than this is drawn up to the line before. */
const SLOP = 5
const WIDTH_MIN = 24
const NARROW_INDENT = 16

/**
 * Wraps a flag's description that begins at column `indent` to `columns`, as spf13/pflag does; line feeds in it stay.
 * Where there is too little room it starts on a line of its own.
 */
export function wrapUsage(text: string, indent: number, columns: number): string {
  if (columns - indent >= WIDTH_MIN) return wrapAt(text, indent, columns)
  if (columns - NARROW_INDENT >= WIDTH_MIN) {
    return `\n${' '.repeat(NARROW_INDENT)}${wrapAt(text, NARROW_INDENT, columns)}`
  }
  return text.replaceAll('\n', `\n${' '.repeat(NARROW_INDENT)}`)
}

function wrapAt(text: string, indent: number, columns: number): string {
  const width = columns - indent - SLOP
  const margin = `\n${' '.repeat(indent)}`
  const lines: string[] = []
  let rest = text
  do {
    const cut = cutAt(rest, width)
    lines.push(rest.slice(0, cut ?? rest.length).replaceAll('\n', margin))
    rest = cut === null ? '' : rest.slice(cut + 1)
  } while (rest !== '')
  return lines.join(margin)
}

/** Where a line ends: the last blank that fits, or the line feed before it; null where all fits. */
function cutAt(text: string, width: number): number | null {
  if (width + SLOP > text.length) return null
  const head = text.slice(0, width)
  const blank = Math.max(head.lastIndexOf(' '), head.lastIndexOf('\t'), head.lastIndexOf('\n'))
  if (blank <= 0) return null
  const lineFeed = head.lastIndexOf('\n')
  return lineFeed > 0 && lineFeed < blank ? lineFeed : blank
}
