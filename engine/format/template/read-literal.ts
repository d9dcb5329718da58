import type { Token } from './lexer'
import type { Argument } from './syntax'

const ESCAPES: Readonly<Record<string, string>> = { a: '\u0007', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** The text of a Go string, quoted with `"` or with backquotes. */
export function readString(source: string): string {
  const inner = source.slice(1, -1)
  if (source.startsWith('`')) return inner
  return inner.replace(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-7]{3}|.)/gu, (_, code: string) =>
    readEscape(code),
  )
}

/** `'a'` is its code point. */
export function readCharacter({ at, text: source }: Token): Argument {
  return { kind: 'int', at, source, value: readString(source).codePointAt(0) ?? 0 }
}

export function readNumber({ at, text: source }: Token): Argument {
  const plain = source.replaceAll('_', '')
  if (/^[+-]?\d+$/.test(plain) && /^[+-]?0\d/.test(plain))
    return { kind: 'int', at, source, value: Number.parseInt(plain, 8) }
  const value = /^[+-]0[xob]/i.test(plain) ? Number(plain.slice(1)) * (plain.startsWith('-') ? -1 : 1) : Number(plain)
  const isInteger = Number.isInteger(value)
  return { kind: isInteger ? 'int' : 'float', at, source, value }
}

function readEscape(code: string): string {
  const first = code.charAt(0)
  if (code.length === 1) return ESCAPES[code] ?? code
  const point = /[xuU]/.test(first) ? Number.parseInt(code.slice(1), 16) : Number.parseInt(code, 8)
  return point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD'
}
