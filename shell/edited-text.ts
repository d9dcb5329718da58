/** How an edited text travels through the terminal to its editor: no key begins like this. */
const opening = '\u001b]edited;'
const closing = '\u0007'
const leaving = '\u001b]left\u0007'

/** Longest text that is taken: more than any file of a course. */
const textMax = 1_000_000

/** What is typed so that an editor saves this text and ends; one that is too long is not saved. */
export function typeSave(text: string): string {
  return text.length > textMax ? leaving : `${opening}${JSON.stringify(text)}${closing}`
}

/** What is typed so that an editor ends and leaves its file as it was. */
export function typeLeave(): string {
  return leaving
}

export type EditorAnswer =
  | { readonly kind: 'saved'; readonly text: string }
  | { readonly kind: 'left' }
  /** Nothing whole yet; other keys mean nothing to the editor. */
  | { readonly kind: 'open'; readonly rest: string }

/** Reads what was typed into an editor. */
export function readSave(typed: string): EditorAnswer {
  if (typed.includes(leaving)) return { kind: 'left' }
  const start = typed.lastIndexOf(opening)
  if (start < 0) return { kind: 'open', rest: typed.slice(-opening.length) }
  const end = typed.indexOf(closing, start)
  if (end < 0) return { kind: 'open', rest: typed.slice(start).slice(0, textMax * 7) }
  try {
    const text: unknown = JSON.parse(typed.slice(start + opening.length, end))
    return typeof text === 'string' ? { kind: 'saved', text } : { kind: 'open', rest: '' }
  } catch {
    return { kind: 'open', rest: '' }
  }
}
