/** The bytes of a text in UTF-8. */
export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = []
  for (const char of text) {
    const code = char.codePointAt(0) ?? 0
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
  }
  return Uint8Array.from(bytes)
}

function sequenceLength(byte: number): number {
  if (byte < 0x80) return 1
  if (byte >= 0xc2 && byte < 0xe0) return 2
  if (byte >= 0xe0 && byte < 0xf0) return 3
  return byte >= 0xf0 && byte < 0xf5 ? 4 : 0
}

/** The text of bytes in UTF-8; a byte that is none stands for itself. */
export function utf8Text(bytes: readonly number[]): string {
  let text = ''
  for (let index = 0; index < bytes.length; ) {
    const first = bytes[index] ?? 0
    const length = sequenceLength(first)
    const rest = bytes.slice(index + 1, index + length)
    const isWhole = length > 0 && rest.length === length - 1 && rest.every((byte) => (byte & 0xc0) === 0x80)
    const lead = length === 1 ? first : first & (0xff >> (length + 1))
    text += isWhole
      ? String.fromCodePoint(rest.reduce((code, byte) => (code << 6) | (byte & 63), lead))
      : String.fromCharCode(first)
    index += isWhole ? length : 1
  }
  return text
}
