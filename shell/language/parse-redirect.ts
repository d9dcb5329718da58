import { type Cursor, fail, type MutableRedirect, peek, skipBlanks } from './cursor'
import { type ParseScript, readExpandable, readWord } from './read-word'
import type { Redirect, RedirectOperator, Word } from './syntax'

const operators: readonly RedirectOperator[] = ['&>>', '<<<', '&>', '<<', '>>', '>&', '<&', '>|', '<>', '<', '>']
const bashOnly: readonly RedirectOperator[] = ['&>>', '&>', '<<<']

/** The literal text of a here-document's delimiter, and whether any of it was quoted. */
function delimiterOf(word: Word): { readonly text: string; readonly quoted: boolean } {
  return {
    text: word.map((part) => (part.part === 'text' ? part.text : '')).join(''),
    quoted: word.some((part) => part.part === 'text' && part.quoted),
  }
}

function readOperator(
  cursor: Cursor,
): { readonly operator: RedirectOperator; readonly descriptor: number | null; readonly length: number } | null {
  let digits = ''
  while (/\d/.test(peek(cursor, digits.length)) && digits.length < 3) digits += peek(cursor, digits.length)
  const operator = operators.find((each) => cursor.text.startsWith(each, cursor.position + digits.length))
  if (operator === undefined || (cursor.dialect === 'dash' && bashOnly.includes(operator))) return null
  if (digits !== '' && operator.startsWith('&')) return null
  if (cursor.dialect === 'bash' && operator === '<' && digits === '' && peek(cursor, 1) === '(') return null
  return { operator, descriptor: digits === '' ? null : Number(digits), length: digits.length + operator.length }
}

/** Reads a redirection at the cursor; a here-document's body is filled in when its line ends. */
export function readRedirect(cursor: Cursor, script: ParseScript): Redirect | null {
  const found = readOperator(cursor)
  if (found === null) return null
  cursor.position += found.length
  const stripTabs = found.operator === '<<' && peek(cursor) === '-'
  if (stripTabs) cursor.position += 1
  skipBlanks(cursor)
  const word = readWord(cursor, script)
  if (word === null)
    return fail({
      about: 'token',
      token: peek(cursor) === '' || peek(cursor) === '\n' ? 'newline' : peek(cursor),
      line: cursor.line,
    })
  const { commandLine } = cursor
  const redirect: MutableRedirect = { operator: found.operator, descriptor: found.descriptor, word }
  if (found.operator === '<<') {
    const { text, quoted } = delimiterOf(word)
    redirect.word = []
    cursor.heredocs.push({
      terminator: text,
      quoted,
      stripTabs,
      fill: (body, line) => {
        redirect.word = quoted
          ? [{ part: 'text', text: body, quoted: true }]
          : readExpandable({ ...cursor, line, commandLine, inHeredoc: true }, body, script)
      },
    })
  }
  return redirect
}
