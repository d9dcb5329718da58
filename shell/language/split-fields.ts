import type { Piece } from './pattern'

/** Where quoted text, or text that is split, stands in a field; `break` begins a new field ("$@"). */
export type Bit = (Piece & { readonly split: boolean }) | 'break'

function hasAny(text: string, chars: string): boolean {
  for (const char of chars) if (text.includes(char)) return true
  return false
}

/** Splits what unquoted expansions gave by IFS (POSIX 2.6.5). */
export function splitFields(bits: readonly Bit[], ifs: string): readonly (readonly Piece[])[] {
  const fields: Piece[][] = []
  let current: Piece[] | null = null
  const end = (): void => {
    if (current !== null) fields.push(current)
    current = null
  }
  for (const bit of bits) {
    if (bit === 'break') {
      end()
      continue
    }
    if (!bit.split) {
      if (bit.text !== '' || bit.quoted) current = [...(current ?? []), bit]
      continue
    }
    if (!hasAny(bit.text, ifs)) {
      if (bit.text !== '') current = [...(current ?? []), { text: bit.text, quoted: false }]
      continue
    }
    let text = ''
    const flush = (): void => {
      if (text !== '') current = [...(current ?? []), { text, quoted: false }]
      text = ''
    }
    for (const char of bit.text) {
      if (!ifs.includes(char)) text += char
      else if (' \t\n'.includes(char)) {
        flush()
        end()
      } else {
        flush()
        current ??= []
        end()
      }
    }
    flush()
  }
  end()
  return fields
}
