import type { Drawn, Glob, Range } from '../pattern'

/**
 * Does a text fit a pattern in which `*` stands for any characters? The pieces between stars are looked for one after
 * the other, so the time grows with the length of the text and nothing can explode.
 */
export function fitsGlob(text: string, glob: Glob): boolean {
  const pieces = glob.split('*')
  const [first = '', ...rest] = pieces
  const last = rest.pop()
  if (last === undefined) return text === glob
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false
  const end = text.length - last.length
  let at = first.length
  for (const piece of rest) {
    const found = text.indexOf(piece, at)
    if (found < 0 || found + piece.length > end) return false
    at = found + piece.length
  }
  return true
}

/** Is there a text for the pattern among these? */
export function anyFits(texts: readonly string[], glob: Glob): boolean {
  return texts.some((text) => fitsGlob(text, glob))
}

/** Does every wanted key have a fitting value? */
export function fitsRecord(values: Readonly<Record<string, string>>, wanted: Readonly<Record<string, Glob>>): boolean {
  return Object.entries(wanted).every(([key, glob]) => Object.hasOwn(values, key) && fitsGlob(values[key] ?? '', glob))
}

export function inRange(value: number, range: Range): boolean {
  return (
    (range.min === undefined || value >= Number(range.min)) && (range.max === undefined || value <= Number(range.max))
  )
}

export function isNumber(value: number, wanted: Drawn): boolean {
  return value === Number(wanted)
}
