import { type Cursor, isAtEnd, needMore, peek, startsWith } from './cursor'
import type { ParameterOperator } from './syntax'

export const nameStart = /[A-Za-z_]/
const nameChar = /[A-Za-z0-9_]/
/** Parameters of one character. */
export const special = '@*#?-$!0123456789'

export function readName(cursor: Cursor): string {
  let name = ''
  while (nameChar.test(peek(cursor))) {
    name += peek(cursor)
    cursor.position += 1
  }
  return name
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  e: '\u001b',
  E: '\u001b',
  f: '\f',
  v: '\v',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '?': '?',
}

const numeric = /^\\(?:x([0-9A-Fa-f]{1,2})|u([0-9A-Fa-f]{1,4})|([0-7]{1,3}))/

/** bash's $'…'. */
export function readAnsiQuoted(cursor: Cursor): string {
  cursor.position += 2
  let text = ''
  while (peek(cursor) !== "'") {
    if (isAtEnd(cursor)) needMore()
    const char = peek(cursor)
    const code = char === '\\' ? numeric.exec(cursor.text.slice(cursor.position, cursor.position + 8)) : null
    if (code !== null) {
      const [all, hex, unicode, octal = '0'] = code
      text += String.fromCharCode(
        Number.parseInt(hex ?? unicode ?? octal, hex === undefined && unicode === undefined ? 8 : 16),
      )
      cursor.position += all.length
      continue
    }
    const escaped = char === '\\' ? escapes[peek(cursor, 1)] : undefined
    text += escaped ?? char
    cursor.position += escaped === undefined ? 1 : 2
  }
  cursor.position += 1
  return text
}

const allOperators: readonly ParameterOperator[] = [
  ':-',
  ':=',
  ':?',
  ':+',
  '##',
  '%%',
  '//',
  '/#',
  '/%',
  '^^',
  ',,',
  '-',
  '=',
  '?',
  '+',
  '#',
  '%',
  '/',
  ':',
  '^',
  ',',
  '@',
]

export function readBracedName(cursor: Cursor): string {
  const char = peek(cursor)
  if (nameStart.test(char)) return readName(cursor)
  if (/\d/.test(char)) {
    let digits = ''
    while (/\d/.test(peek(cursor))) {
      digits += peek(cursor)
      cursor.position += 1
    }
    return digits
  }
  if (char !== '' && special.includes(char)) {
    cursor.position += 1
    return char
  }
  return ''
}

const bashOnly: readonly ParameterOperator[] = ['/', '//', '/#', '/%', ':', '^', '^^', ',', ',,', '@']

/** The operator at the cursor that this dialect knows. */
export function findOperator(cursor: Cursor): ParameterOperator | undefined {
  const found = allOperators.find((each) => startsWith(cursor, each))
  if (found === undefined || cursor.dialect === 'bash') return found
  const isCase = '^,@'.includes(found[0] ?? '')
  return bashOnly.includes(found) && (cursor.dialect === 'dash' || isCase) ? undefined : found
}

/** Whether `#` behind `${` asks for a length. */
export function isLengthAt(cursor: Cursor): boolean {
  const next = peek(cursor, 1)
  return (
    peek(cursor) === '#' &&
    (nameStart.test(next) || (next !== '' && '@*?$!-0123456789'.includes(next) && peek(cursor, 2) === '}'))
  )
}
