import { expandWord } from './shell-word'

/** A here-document of RUN, COPY or ADD: its name ends it, and names the file in COPY and ADD. */
export interface Heredoc {
  readonly name: string
  /** `<<-`: tabs at the beginning of lines do not count. */
  readonly chomp: boolean
  /** Variables of the build are replaced in it: no part of its name was quoted. */
  readonly expand: boolean
  readonly content: string
}

/** What announces a here-document, before its content is read. */
export type HeredocStart = Omit<Heredoc, 'content'>

/** The here-documents a line announces, in order. */
export function heredocsOfLine(line: string): readonly HeredocStart[] {
  const split = expandWord(line, {}, { escapeSign: '\\', keepsQuotes: true, keepsEscapes: true, keepsUnset: true })
  if (!split.ok) return []
  const { words } = split.value
  return words.flatMap((word, index) => {
    const following = words[index + 1]
    const whole = /^\d*<<$/.test(word) && following !== undefined ? `${word} ${following}` : word
    return readHeredocStart(whole) ?? []
  })
}

/** Reads a word such as `<<EOF`, `<<-"EOF"` or `3<<EOF`; null for any other. */
export function readHeredocStart(word: string): HeredocStart | null {
  const match = /^\d*<<(-?)([^<]*)$/.exec(word)
  if (match === null) return null
  const [, dash = '', rest = ''] = match
  const plain = expandWord(rest, {}, { escapeSign: '\\', keepsUnset: true })
  const quoted = expandWord(rest, {}, { escapeSign: '\\', keepsUnset: true, keepsQuotes: true })
  const [name] = plain.ok ? plain.value.words : []
  if (!plain.ok || name === undefined || plain.value.words.length !== 1) return null
  return { name, chomp: dash === '-', expand: quoted.ok && quoted.value.words[0] === name }
}

/** The content without tabs at the beginning of its lines where `<<-` says so. */
export function heredocText({ content, chomp }: Heredoc): string {
  return chomp ? content.replace(/^\t+/gm, '') : content
}
