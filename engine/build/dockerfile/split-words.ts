import { isSpace } from './word-collector'

/** Where a reader of words stands. */
interface Position {
  readonly word: string
  readonly isOpen: boolean
  readonly quote: string | null
}

const BETWEEN: Position = { word: '', isOpen: false, quote: null }

/**
 * Splits the rest of ENV, LABEL and ARG at blanks outside quotations. Quotes and escapes stay in the words: they go
 * when variables are replaced.
 */
export function splitWords(rest: string, escapeSign: string): readonly string[] {
  const characters = [...rest]
  const words: string[] = []
  let state = BETWEEN
  for (let index = 0; index < characters.length; index += 1) {
    const character = characters[index] ?? ''
    if (state.quote === null && isSpace(character)) {
      if (state.isOpen) words.push(state.word)
      state = BETWEEN
      continue
    }
    const isEscape = character === escapeSign && state.quote !== "'"
    if (isEscape && index + 1 === characters.length) continue
    const taken = isEscape ? character + (characters[index + 1] ?? '') : character
    if (isEscape) index += 1
    state = {
      word: state.word + taken,
      isOpen: true,
      quote: isEscape ? state.quote : quoteAfter(state.quote, character),
    }
  }
  if (state.isOpen) words.push(state.word)
  return words
}

function quoteAfter(quote: string | null, character: string): string | null {
  if (quote !== null) return character === quote ? null : quote
  return character === '"' || character === "'" ? character : null
}

/** Flags (`--from=x`) at the beginning of an instruction's rest, and what follows them; `--` alone ends them. */
export function splitFlags(rest: string): { readonly flags: readonly string[]; readonly rest: string } {
  const flags: string[] = []
  let position = 0
  for (;;) {
    while (position < rest.length && isSpace(rest[position] ?? '')) position += 1
    if (!rest.startsWith('--', position)) return { flags, rest: rest.slice(position) }
    const { word, end } = readFlag(rest, position)
    position = end
    if (word === '--') return { flags, rest: rest.slice(end) }
    flags.push(word)
  }
}

/** One flag with its quotes and backslashes taken away. */
function readFlag(rest: string, start: number): { readonly word: string; readonly end: number } {
  let word = ''
  let quote: string | null = null
  let position = start
  for (; position < rest.length; position += 1) {
    const character = rest[position] ?? ''
    if (quote === null && isSpace(character)) break
    const changed = quoteAfter(quote, character)
    if (changed !== quote) quote = changed
    else if (character !== '\\') word += character
    else {
      position += 1
      word += rest[position] ?? ''
    }
  }
  return { word, end: position }
}
