/**
 * Cuts a text to a display width and marks the cut with `…` (docker's `formatter.Ellipsis`). A text of ASCII only is
 * cut by characters; any other by columns, East Asian wide characters counting two.
 */
export function truncateWithEllipsis(text: string, width: number): string {
  if (width <= 0) return ''
  const characters = [...text]
  if (width === 1) return characters[0] ?? ''
  if (isAscii(text)) return text.length <= width ? text : `${text.slice(0, width - 1)}…`
  let columns = 0
  let cut = characters.length
  for (const [index, character] of characters.entries()) {
    columns += displayWidth(character)
    if (columns > width - 1 && cut === characters.length) cut = index
  }
  return columns <= width ? text : `${characters.slice(0, cut).join('')}…`
}

/** The columns a character takes on a terminal: 2 for East Asian wide and full-width ones, else 1. */
export function displayWidth(character: string): 1 | 2 {
  const code = character.codePointAt(0) ?? 0
  return WIDE_RANGES.some(([first, last]) => code >= first && code <= last) ? 2 : 1
}

/** Unicode 15 East Asian Width W and F, in the blocks people type. */
const WIDE_RANGES: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x231a, 0x231b],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff00, 0xff60],
  [0xffe0, 0xffe6],
  [0x1f300, 0x1f64f],
  [0x1f680, 0x1f6ff],
  [0x1f900, 0x1f9ff],
  [0x20000, 0x3fffd],
]

function isAscii(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 127) return false
  return true
}
