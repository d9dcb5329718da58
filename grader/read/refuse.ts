import type { Diagnostic } from './transcript'

/** The largest paste that is read, in characters and in lines. */
export const pasteMax = { characters: 1_048_576, lines: 20_000 } as const

const sampleLength = 65_536

/** The text without byte-order mark and without the NULs of UTF-16 read byte by byte, or why it cannot be a transcript. */
export type Decoded =
  | { readonly ok: true; readonly text: string; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostic: Diagnostic }

export function decodePaste(pasted: string): Decoded {
  if (pasted.length > pasteMax.characters) return refused('too-large', tooLarge('characters', pasteMax.characters))
  const unmarked = pasted.replace(
    /^(?:\ufeff|\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff|\ufffd\ufffd(?=[^\u0000]\u0000))/,
    '',
  )
  const wide = isWideText(unmarked)
  const text = wide ? unmarked.replaceAll('\u0000', '') : unmarked
  if (text.trim() === '')
    return refused('empty', 'The paste is empty. Paste what your terminal showed: commands and what they printed.')
  if (isBinary(text)) {
    return refused(
      'binary',
      'This is not text (a picture or a program?). Copy the text of the terminal and paste that.',
    )
  }
  if (countLines(text) > pasteMax.lines) return refused('too-large', tooLarge('lines', pasteMax.lines))
  return { ok: true, text, diagnostics: wide ? [wideNotice] : [] }
}

const wideNotice: Diagnostic = {
  line: 1,
  code: 'utf-16',
  message: 'The text was saved as UTF-16; it was read as if saved as UTF-8.',
}

function refused(code: Diagnostic['code'], message: string): Decoded {
  return { ok: false, diagnostic: { line: 1, code, message } }
}

function tooLarge(unit: string, max: number): string {
  return `The paste is too large: at most ${max} ${unit} are read. Paste only the session of this exercise.`
}

/** UTF-16 taken for single bytes has a NUL beside nearly every letter. */
function isWideText(text: string): boolean {
  const sample = text.slice(0, sampleLength)
  let nuls = 0
  for (let i = 0; i < sample.length; i++) {
    if (sample.charCodeAt(i) !== 0) continue
    nuls++
    if (sample.charCodeAt(i + 1) === 0) return false
  }
  return nuls > sample.length * 0.3
}

/** More than one character in fifty that no terminal prints: bytes of a picture or an archive. */
function isBinary(text: string): boolean {
  const sample = text.slice(0, sampleLength)
  let strange = 0
  for (let i = 0; i < sample.length; i++) {
    if (isStrange(sample.charCodeAt(i))) strange++
  }
  return strange > 4 && strange > sample.length / 50
}

/** Controls other than the ones terminals use (BEL, BS, TAB, LF, VT, FF, CR, SO, SI, ESC), and the replacement character. */
function isStrange(code: number): boolean {
  if (code === 0xfffd) return true
  return code < 7 || (code > 15 && code < 27) || (code > 27 && code < 32)
}

/** Lines end with a line feed, or, where there is none, with a carriage return. */
function countLines(text: string): number {
  const lineEnd = text.includes('\n') ? '\n' : '\r'
  let count = 1
  for (let at = text.indexOf(lineEnd); at !== -1; at = text.indexOf(lineEnd, at + 1)) count++
  return text.endsWith(lineEnd) ? count - 1 : count
}
